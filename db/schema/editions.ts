import { sql } from "drizzle-orm"
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { bytes, createdAt, id, instant } from "./columns"
import { mappingRows, mappings } from "./mapping"
import { people } from "./people"

/** A frozen copy of a whole mapping, that can be cited for years. Written once. */
export const editions = pgTable(
  "editions",
  {
    id: id(),
    mappingId: uuid("mapping_id")
      .notNull()
      .references(() => mappings.id),
    /** From 1 in its mapping, without gaps. */
    number: integer("number").notNull(),
    /** What the group says of it: why now, what is new. */
    note: text("note").notNull().default(""),
    /** `EditionContent` of `lib/editions/model`: goal, rule, areas, rows, annex. */
    content: jsonb("content").notNull(),
    /** SHA-256 of its canonical form. */
    sha256: text("sha256").notNull(),
    frozenBy: uuid("frozen_by")
      .notNull()
      .references(() => people.id),
    frozenAt: instant("frozen_at").notNull(),
  },
  (t) => [
    unique("editions_once").on(t.mappingId, t.number),
    check("editions_number", sql`${t.number} > 0`),
    check("editions_sha256", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** An activity of finished years, moved out of its row when an edition was frozen; kept for reference. */
export const annexActivities = pgTable(
  "annex_activities",
  {
    id: id(),
    rowId: uuid("row_id")
      .notNull()
      .references(() => mappingRows.id),
    /** `Activity` of `lib/mapping/model`. */
    activity: jsonb("activity").notNull(),
    editionId: uuid("edition_id")
      .notNull()
      .references(() => editions.id),
    movedAt: createdAt(),
    /** When it was taken back into its row, and by whom. */
    returnedAt: instant("returned_at"),
    returnedBy: uuid("returned_by").references(() => people.id),
  },
  (t) => [
    index("annex_activities_row").on(t.rowId),
    index("annex_activities_edition").on(t.editionId),
    check("annex_activities_fit", sql`mapping_activities_fit(jsonb_build_array(${t.activity}))`),
    check("annex_activities_returned", sql`${t.returnedBy} is null or ${t.returnedAt} is not null`),
  ],
)

/** A file that was made of an edition. It can always be made again, so it may be replaced. */
export const editionFiles = pgTable(
  "edition_files",
  {
    editionId: uuid("edition_id")
      .notNull()
      .references(() => editions.id),
    format: text("format").notNull(),
    file: bytes("file").notNull(),
    sha256: text("sha256").notNull(),
    madeAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.format] }),
    check(
      "edition_files_format",
      sql`${t.format} in ('pdf', 'docx', 'xlsx', 'csv', 'md', 'json', 'png')`,
    ),
  ],
)
