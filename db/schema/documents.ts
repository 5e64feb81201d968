import { sql } from "drizzle-orm"
import {
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** A text of the group that is no report of a meeting; the row that a save locks. */
export const documents = pgTable(
  "documents",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    revision: integer("revision").notNull(),
    createdBy: uuid("created_by").references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique("documents_slug").on(t.groupId, t.slug),
    check("documents_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("documents_title_present", sql`length(trim(${t.title})) > 0`),
    check("documents_revision", sql`${t.revision} > 0`),
  ],
)

/** Every saved revision of a document, whole, with its author. Never changed, never deleted. */
export const documentRevisions = pgTable(
  "document_revisions",
  {
    documentId: uuid("document_id").notNull(),
    number: integer("number").notNull(),
    text: jsonb("text").notNull(),
    authorId: uuid("author_id").references(() => people.id),
    savedAt: instant("saved_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.number] }),
    foreignKey({
      name: "document_revisions_of",
      columns: [t.documentId],
      foreignColumns: [documents.id],
    }),
    check("document_revisions_number", sql`${t.number} > 0`),
  ],
)
