import { sql } from "drizzle-orm"
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { id, instant } from "./columns"
import { groups } from "./groups"
import { meetings } from "./meetings"
import { people } from "./people"

/** That reports of the past were published together, quietly: one entry of the feed. */
export const archivePublications = pgTable("archive_publications", {
  id: id(),
  groupId: uuid("group_id")
    .notNull()
    .references(() => groups.id),
  publishedBy: uuid("published_by")
    .notNull()
    .references(() => people.id),
  publishedAt: instant("published_at").notNull(),
})

/**
 * One co-chair's proposal to publish exactly these reports of the past, where the group asks for two.
 * `input` is what the form sent. At most one is open in a group.
 */
export const archiveProposals = pgTable(
  "archive_proposals",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    input: jsonb("input").notNull(),
    proposedBy: uuid("proposed_by")
      .notNull()
      .references(() => people.id),
    proposedAt: instant("proposed_at").notNull(),
    droppedAt: instant("dropped_at"),
    droppedBy: uuid("dropped_by").references(() => people.id),
    publicationId: uuid("publication_id")
      .unique("archive_proposals_publication")
      .references(() => archivePublications.id),
  },
  (t) => [
    uniqueIndex("archive_proposals_one_open")
      .on(t.groupId)
      .where(sql`${t.droppedAt} is null and ${t.publicationId} is null`),
    check("archive_proposals_end", sql`${t.droppedAt} is null or ${t.publicationId} is null`),
  ],
)

/** A published version of a meeting's minutes. A trigger and the grants refuse every change. */
export const reports = pgTable(
  "reports",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id),
    number: integer("number").notNull(),
    version: integer("version").notNull(),
    content: jsonb("content").notNull(),
    sha256: text("sha256").notNull(),
    minutesRevision: integer("minutes_revision").notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: uuid("published_by")
      .notNull()
      .references(() => people.id),
    /** With which others of the past it was published; null for a publication of its own. */
    archivePublicationId: uuid("archive_publication_id").references(() => archivePublications.id),
  },
  (t) => [
    index("reports_archive_publication").on(t.archivePublicationId),
    unique("reports_version_once").on(t.meetingId, t.version),
    index("reports_group").on(t.groupId, t.number),
    foreignKey({
      name: "reports_meeting_in_group",
      columns: [t.groupId, t.meetingId],
      foreignColumns: [meetings.groupId, meetings.id],
    }),
    check("reports_version_positive", sql`${t.version} > 0`),
    check("reports_sha256", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
)
