import { sql } from "drizzle-orm"
import {
  check,
  index,
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
import { mails } from "./mail"
import { meetings } from "./meetings"
import { people } from "./people"
import { threads } from "./threads"

export const noticeKind = pgEnum("notice_kind", [
  "mentioned",
  "replied",
  "resolved",
  "consultation-opening",
  "consultation-closing",
  "consultation-result",
  "action-given",
  "version-published",
  "call-announced",
  "review-ended",
  "quote-answered",
  "publication-proposed",
  "edition-due",
  "error-reported",
  "consultation-held",
])
export const noticeTempo = pgEnum("notice_tempo", ["at-once", "daily", "weekly", "never"])

/**
 * Something that one person is told. `key` names what it is about, so that a job which runs twice
 * tells it once. `mailedAt` is when the mail was written that carried it, alone or in a digest; `mailId`
 * is that mail until it is forgotten.
 */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    groupId: uuid("group_id").references(() => groups.id),
    kind: noticeKind("kind").notNull(),
    key: text("key").notNull(),
    /** Where it leads, without the origin. */
    href: text("href").notNull(),
    /** What its sentence is filled with. */
    data: jsonb("data").notNull().default({}),
    threadId: uuid("thread_id").references(() => threads.id),
    tempo: noticeTempo("tempo").notNull(),
    mailId: uuid("mail_id").references(() => mails.id, { onDelete: "set null" }),
    mailedAt: instant("mailed_at"),
    readAt: instant("read_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("notices_once").on(t.personId, t.kind, t.key),
    index("notices_person").on(t.personId, t.createdAt.desc()),
    index("notices_unsent")
      .on(t.tempo, t.createdAt)
      .where(sql`${t.mailedAt} is null and ${t.tempo} in ('daily', 'weekly')`),
    index("notices_mail").on(t.mailId).where(sql`${t.mailId} is not null`),
    check("notices_mailed", sql`${t.mailId} is null or ${t.mailedAt} is not null`),
  ],
)

/** What somebody chose for a kind of notice, for one group or (without one) for all others. */
export const noticeChoices = pgTable(
  "notice_choices",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    groupId: uuid("group_id").references(() => groups.id),
    kind: noticeKind("kind").notNull(),
    tempo: noticeTempo("tempo").notNull(),
    chosenAt: createdAt(),
  },
  (t) => [unique("notice_choices_once").on(t.personId, t.groupId, t.kind).nullsNotDistinct()],
)

/** When somebody's last digest of a tempo was written. */
export const digests = pgTable(
  "digests",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    tempo: noticeTempo("tempo").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.tempo] }),
    check("digests_tempo", sql`${t.tempo} in ('daily', 'weekly')`),
  ],
)

/** The language and the zone in which somebody is written to. */
export const personSettings = pgTable("person_settings", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => people.id),
  locale: text("locale").notNull().default("en"),
  zone: text("zone").notNull().default("UTC"),
  changedAt: createdAt(),
})

export const answerKind = pgEnum("answer_kind", ["coming", "not-coming", "perhaps"])

/** Whether somebody said that they come to a call. */
export const meetingAnswers = pgTable(
  "meeting_answers",
  {
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    answer: answerKind("answer").notNull(),
    answeredAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.personId] }),
    index("meeting_answers_person").on(t.personId),
  ],
)
