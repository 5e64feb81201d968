import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"
import { groups } from "./groups"
import { agendaItems, meetings } from "./meetings"
import { people } from "./people"

/** A document that asks for things: the Roadmap (A/74/821), Our Common Agenda … One for the whole portal. */
export const mandates = pgTable(
  "mandates",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    title: text("title").notNull(),
    /** As it is cited: "A/74/821". */
    symbol: text("symbol").notNull().unique(),
    dated: date("dated", { mode: "string" }),
    link: text("link").notNull().default(""),
  },
  (t) => [
    check("mandates_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("mandates_title_present", sql`length(trim(${t.title})) > 0`),
    check("mandates_symbol_present", sql`length(trim(${t.symbol})) > 0`),
    check("mandates_link", sql`${t.link} = '' or ${t.link} ~ '^https?://'`),
  ],
)

/** The table of a group that lays a mandate beside what the IGF does. A change of it locks this row. */
export const mappings = pgTable(
  "mappings",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    mandateId: uuid("mandate_id")
      .notNull()
      .references(() => mandates.id),
    /** What the table is for, and what belongs in it: shown above it. */
    goal: text("goal").notNull().default(""),
    rule: text("rule").notNull().default(""),
    /** After how many months the next edition is due. */
    months: integer("months").notNull().default(6),
    /** Of goal, rule and months. */
    revision: integer("revision").notNull().default(1),
    /** The number of its newest change; each change takes the next one, so that none is missed. */
    change: bigint("change", { mode: "number" }).notNull().default(0),
    createdBy: uuid("created_by").references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique("mappings_once").on(t.groupId, t.mandateId),
    check("mappings_months", sql`${t.months} between 4 and 6`),
    check("mappings_revision", sql`${t.revision} > 0 and ${t.change} >= 0`),
  ],
)

/** A part of the mandate, in the group's order, with the other names that sources give it. */
export const mappingAreas = pgTable(
  "mapping_areas",
  {
    id: id(),
    mappingId: uuid("mapping_id")
      .notNull()
      .references(() => mappings.id),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    aliases: text("aliases").array().notNull().default(sql`'{}'`),
    position: doublePrecision("position").notNull(),
    /** Holds what belongs to no area. */
    crossCutting: boolean("cross_cutting").notNull().default(false),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    unique("mapping_areas_slug").on(t.mappingId, t.slug),
    unique("mapping_areas_of_mapping").on(t.mappingId, t.id),
    check("mapping_areas_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("mapping_areas_title_present", sql`length(trim(${t.title})) > 0`),
    check("mapping_areas_revision", sql`${t.revision} > 0`),
  ],
)

export const rowScope = pgEnum("row_scope", ["proposed", "in", "out"])
export const rowStatus = pgEnum("row_status", ["open", "under-way", "done"])

/** One row: what the mandate suggests, beside what the IGF does. Never deleted, only retired. */
export const mappingRows = pgTable(
  "mapping_rows",
  {
    id: id(),
    mappingId: uuid("mapping_id").notNull(),
    /** From 1 in its mapping; stays when the row is moved, so that it can be cited. */
    number: integer("number").notNull(),
    areaId: uuid("area_id").notNull(),
    /** Its place in its area. */
    position: doublePrecision("position").notNull(),
    suggests: text("suggests").notNull().default(""),
    citationMandate: text("citation_mandate").notNull().default(""),
    citationParagraph: text("citation_paragraph").notNull().default(""),
    /** `Activity[]` of `lib/mapping/model`. */
    activities: jsonb("activities").notNull().default([]),
    /** Rich text: `PlainBlock[]` of `lib/minutes/model`. */
    synergies: jsonb("synergies").notNull().default([]),
    scope: rowScope("scope").notNull().default("proposed"),
    scopeReason: text("scope_reason").notNull().default(""),
    scopeBy: uuid("scope_by").references(() => people.id),
    scopeAt: instant("scope_at"),
    responsibleId: uuid("responsible_id").references(() => people.id),
    status: rowStatus("status").notNull().default("open"),
    confirmedOn: date("confirmed_on", { mode: "string" }),
    confirmedBy: uuid("confirmed_by").references(() => people.id),
    /** The revision of each cell, by its field; a cell that nobody changed has none. */
    revisions: jsonb("revisions").notNull().default({}),
    retiredAt: instant("retired_at"),
    retiredBy: uuid("retired_by").references(() => people.id),
    retiredReason: text("retired_reason").notNull().default(""),
    createdBy: uuid("created_by").references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "mapping_rows_area",
      columns: [t.mappingId, t.areaId],
      foreignColumns: [mappingAreas.mappingId, mappingAreas.id],
    }),
    unique("mapping_rows_number").on(t.mappingId, t.number),
    check("mapping_rows_number_form", sql`${t.number} > 0`),
    check("mapping_rows_activities", sql`mapping_activities_fit(${t.activities})`),
    check("mapping_rows_synergies", sql`jsonb_typeof(${t.synergies}) = 'array'`),
    check("mapping_rows_revisions", sql`jsonb_typeof(${t.revisions}) = 'object'`),
    check(
      "mapping_rows_scope_decided",
      sql`${t.scope} = 'proposed' or (${t.scopeAt} is not null and length(trim(${t.scopeReason})) > 0)`,
    ),
    check(
      "mapping_rows_retired_whole",
      sql`(${t.retiredAt} is not null) = (length(trim(${t.retiredReason})) > 0)`,
    ),
    index("mapping_rows_area_order").on(t.areaId, t.position),
    index("mapping_rows_responsible").on(t.responsibleId),
  ],
)

/** Every change of a mapping, whole, with its author: the history of each cell. Written once. */
export const mappingChanges = pgTable(
  "mapping_changes",
  {
    mappingId: uuid("mapping_id")
      .notNull()
      .references(() => mappings.id),
    /** From 1 in its mapping, without gaps. */
    change: bigint("change", { mode: "number" }).notNull(),
    /** What it is of: a row's or an area's id; null where it is of the mapping itself. */
    rowId: uuid("row_id").references(() => mappingRows.id),
    areaId: uuid("area_id"),
    /** The field of a cell, or what was done: `added`, `moved`, `retired`, `returned`, `removed`. */
    field: text("field").notNull(),
    /** The revision that the cell has since; 0 where it is no cell. */
    revision: integer("revision").notNull().default(0),
    before: jsonb("before"),
    after: jsonb("after"),
    authorId: uuid("author_id").references(() => people.id),
    /** How it was made: `grid`, `form`, `paste`, `undo`, `restore`, `import`, `edition`, `merge`. */
    way: text("way").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.mappingId, t.change] }),
    check("mapping_changes_number", sql`${t.change} > 0 and ${t.revision} >= 0`),
    check("mapping_changes_one", sql`num_nonnulls(${t.rowId}, ${t.areaId}) <= 1`),
    index("mapping_changes_row").on(t.rowId, t.field, t.change.desc()),
    index("mapping_changes_at").on(t.mappingId, t.at),
  ],
)

/** That a meeting spoke of a row. Taken away again by saying when, never deleted. */
export const rowMeetings = pgTable(
  "row_meetings",
  {
    id: id(),
    rowId: uuid("row_id")
      .notNull()
      .references(() => mappingRows.id),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id),
    agendaItemId: uuid("agenda_item_id").references(() => agendaItems.id, { onDelete: "set null" }),
    addedBy: uuid("added_by").references(() => people.id),
    addedAt: createdAt(),
    removedAt: instant("removed_at"),
    removedBy: uuid("removed_by").references(() => people.id),
  },
  (t) => [
    index("row_meetings_row").on(t.rowId),
    index("row_meetings_meeting").on(t.meetingId),
    index("row_meetings_item").on(t.agendaItemId),
  ],
)

/** A table that somebody brought in: shown first, and taken over only as they chose. Kept as it was read. */
export const mappingSheets = pgTable(
  "mapping_sheets",
  {
    id: id(),
    mappingId: uuid("mapping_id")
      .notNull()
      .references(() => mappings.id),
    name: text("name").notNull(),
    /** `RawTable` of `lib/imports/tables/model`. */
    content: jsonb("content").notNull(),
    broughtBy: uuid("brought_by")
      .notNull()
      .references(() => people.id),
    broughtAt: createdAt(),
    takenBy: uuid("taken_by").references(() => people.id),
    takenAt: instant("taken_at"),
    /** How many rows it added and changed. */
    added: integer("added").notNull().default(0),
    changed: integer("changed").notNull().default(0),
  },
  (t) => [
    index("mapping_sheets_mapping").on(t.mappingId, t.broughtAt.desc()),
    check("mapping_sheets_taken", sql`${t.takenBy} is null or ${t.takenAt} is not null`),
    check("mapping_sheets_counts", sql`${t.added} >= 0 and ${t.changed} >= 0`),
  ],
)
