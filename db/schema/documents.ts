import { sql } from "drizzle-orm"
import {
  check,
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
import { editions } from "./editions"
import { groups } from "./groups"
import { meetings } from "./meetings"
import { people } from "./people"

export const documentKind = pgEnum("document_kind", [
  "charter",
  "activity-plan",
  "action-plan",
  "proposal",
  "letter",
  "response",
  "other",
])

export const documentStatus = pgEnum("document_status", [
  "draft",
  "open",
  "agreed",
  "sent",
  "superseded",
  "archived",
])

/** A living text of the group that is no report of a meeting; the row that a save locks. */
export const documents = pgTable(
  "documents",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    kind: documentKind("kind").notNull().default("other"),
    status: documentStatus("status").notNull().default("draft"),
    language: text("language").notNull().default("en"),
    responsibleId: uuid("responsible_id").references(() => people.id),
    // The decision of a meeting that asked for it; the block may leave the minutes later.
    originMeetingId: uuid("origin_meeting_id").references(() => meetings.id),
    originBlockId: uuid("origin_block_id"),
    // The edition of a mapping whose rows it was made of, so that they can be commented on.
    originEditionId: uuid("origin_edition_id").references(() => editions.id),
    supersededBy: uuid("superseded_by"),
    revision: integer("revision").notNull(),
    // Title, kind, status and the like are edited beside the text.
    factsRevision: integer("facts_revision").notNull().default(1),
    createdBy: uuid("created_by").references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique("documents_slug").on(t.groupId, t.slug),
    unique("documents_of_group").on(t.groupId, t.id),
    foreignKey({
      name: "documents_superseded_by",
      columns: [t.groupId, t.supersededBy],
      foreignColumns: [t.groupId, t.id],
    }),
    check("documents_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("documents_title_present", sql`length(trim(${t.title})) > 0`),
    check("documents_revision", sql`${t.revision} > 0`),
    check("documents_origin", sql`${t.originBlockId} is null or ${t.originMeetingId} is not null`),
    check("documents_superseded", sql`${t.supersededBy} is distinct from ${t.id}`),
    index("documents_origin_meeting").on(t.originMeetingId),
    index("documents_origin_edition").on(t.originEditionId),
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
    note: text("note").notNull().default(""),
    // How much of the shared document it holds; null when it was written beside one, or before.
    upto: integer("upto"),
    // Who wrote which characters; null when all of it counts as the author's.
    authorship: jsonb("authorship"),
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

/** A named version: a revision that the group can cite, with the facts of that day. Written once. */
export const documentVersions = pgTable(
  "document_versions",
  {
    id: id(),
    documentId: uuid("document_id").notNull(),
    number: integer("number").notNull(),
    // Sealed, with a key of its own version for each person: names are compared opened, when one is made.
    name: text("name").notNull(),
    note: text("note").notNull().default(""),
    revision: integer("revision").notNull(),
    content: jsonb("content").notNull(),
    sha256: text("sha256").notNull(),
    madeBy: uuid("made_by")
      .notNull()
      .references(() => people.id),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [
    unique("document_versions_once").on(t.documentId, t.number),
    foreignKey({
      name: "document_versions_revision",
      columns: [t.documentId, t.revision],
      foreignColumns: [documentRevisions.documentId, documentRevisions.number],
    }),
    check("document_versions_number", sql`${t.number} > 0`),
    check("document_versions_name_present", sql`length(trim(${t.name})) > 0`),
    check("document_versions_sha256", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** That a version was made public, when and by whom. Written once. */
export const documentPublications = pgTable("document_publications", {
  versionId: uuid("version_id")
    .primaryKey()
    .references(() => documentVersions.id),
  publishedBy: uuid("published_by")
    .notNull()
    .references(() => people.id),
  publishedAt: instant("published_at").notNull(),
})
