import { sql } from "drizzle-orm"
import { check, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"
import { documents } from "./documents"
import { groups } from "./groups"
import { mappingRows } from "./mapping"
import { meetings } from "./meetings"
import { people } from "./people"

/**
 * A document that a text speaks of and nobody has put there: a link that leads nowhere yet. Filled
 * with a document of the group or an address elsewhere.
 */
export const missingDocuments = pgTable(
  "missing_documents",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    label: text("label").notNull(),
    meetingId: uuid("meeting_id").references(() => meetings.id),
    documentId: uuid("document_id").references(() => documents.id),
    /** Whether the text still speaks of it. */
    goneAt: instant("gone_at"),
    filledDocumentId: uuid("filled_document_id").references(() => documents.id),
    filledHref: text("filled_href"),
    filledBy: uuid("filled_by").references(() => people.id),
    filledAt: instant("filled_at"),
    createdAt: createdAt(),
  },
  (t) => [
    check("missing_documents_one", sql`num_nonnulls(${t.meetingId}, ${t.documentId}) = 1`),
    check(
      "missing_documents_filled",
      sql`(num_nonnulls(${t.filledDocumentId}, ${t.filledHref}) = 1) = (${t.filledAt} is not null)`,
    ),
    check("missing_documents_label", sql`length(trim(${t.label})) > 0`),
    unique("missing_documents_once").on(t.meetingId, t.documentId, t.label).nullsNotDistinct(),
    index("missing_documents_group").on(t.groupId),
  ],
)

export const linkTarget = pgEnum("link_target", ["meeting", "decision", "document", "mapping-row"])

/**
 * That a text speaks of something of the group: what the links in it lead to. Equal to the text; that of
 * a row of a mapping are its activities and synergies.
 */
export const backlinks = pgTable(
  "backlinks",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    fromMeetingId: uuid("from_meeting_id").references(() => meetings.id),
    fromDocumentId: uuid("from_document_id").references(() => documents.id),
    fromRowId: uuid("from_row_id").references(() => mappingRows.id),
    target: linkTarget("target").notNull(),
    targetId: uuid("target_id").notNull(),
    words: text("words").notNull(),
  },
  (t) => [
    check(
      "backlinks_one",
      sql`num_nonnulls(${t.fromMeetingId}, ${t.fromDocumentId}, ${t.fromRowId}) = 1`,
    ),
    unique("backlinks_once")
      .on(t.fromMeetingId, t.fromDocumentId, t.fromRowId, t.target, t.targetId)
      .nullsNotDistinct(),
    index("backlinks_target").on(t.target, t.targetId),
    index("backlinks_document").on(t.fromDocumentId),
    index("backlinks_row").on(t.fromRowId),
  ],
)

/**
 * That a published text speaks of something of the group: what the links in its newest public version
 * lead to; of a row, in the newest edition of its mapping. Apart from `backlinks`, so that the public
 * side cannot meet what only a draft says.
 */
export const publishedLinks = pgTable(
  "published_links",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    fromMeetingId: uuid("from_meeting_id").references(() => meetings.id),
    fromDocumentId: uuid("from_document_id").references(() => documents.id),
    fromRowId: uuid("from_row_id").references(() => mappingRows.id),
    target: linkTarget("target").notNull(),
    targetId: uuid("target_id").notNull(),
    words: text("words").notNull(),
  },
  (t) => [
    check(
      "published_links_one",
      sql`num_nonnulls(${t.fromMeetingId}, ${t.fromDocumentId}, ${t.fromRowId}) = 1`,
    ),
    unique("published_links_once")
      .on(t.fromMeetingId, t.fromDocumentId, t.fromRowId, t.target, t.targetId)
      .nullsNotDistinct(),
    index("published_links_target").on(t.target, t.targetId),
    index("published_links_document").on(t.fromDocumentId),
    index("published_links_row").on(t.fromRowId),
  ],
)

/** How far the links of everything that stands have been kept, once for each form of what is kept. */
export const linkFills = pgTable("link_fills", {
  form: integer("form").primaryKey(),
  /** The last text that was read; "" at the beginning. */
  upto: text("upto").notNull().default(""),
  finishedAt: instant("finished_at"),
})
