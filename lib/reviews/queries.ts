import { count, eq } from "drizzle-orm"
import { comments } from "@/db/schema/comments"
import { consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { personSettings } from "@/db/schema/notices"
import { people } from "@/db/schema/people"
import type { reviewEnd } from "@/db/schema/reviews"
import { getDeskGroup } from "@/lib/groups/queries"
import { localFields, zoneNames } from "@/lib/meetings/zones"
import { type DeskMeeting, findDeskMeeting } from "@/lib/minutes/desk-meeting"
import { type Actor, personOf } from "@/lib/platform/actor"
import { daysFromNow } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import type { Locale } from "@/lib/platform/locales"
import { authorize, can } from "@/lib/policy/can"
import { findReportFacts } from "@/lib/reports/state-queries"
import { mayMove, type ReportState, stateOf } from "@/lib/reports/status"
import { addressesOf } from "./addresses"
import { type EarlierAnswer, listEarlierAnswers } from "./earlier-answers"
import { otherWords, type QuotedStatement, type QuoteMark } from "./model"
import { quoteAddress } from "./quote-link"
import { settleMark } from "./settle-mark"
import { type QuotedStanding, readStanding } from "./standing"

/** Somebody who is quoted, as the page of the review shows them. */
export type ReviewedPerson = {
  key: string
  name: string
  mark: QuoteMark
  /** Each with what they would rather have said, for whoever settles it. */
  statements: (QuotedStatement & { other: string | null })[]
  askedAt: Date | null
  answeredAt: Date | null
  /** Whether a mail went to them; false for somebody without a known address. */
  mailed: boolean
  hasAddress: boolean
  note: string
  settleReason: string
  /** For co-chairs alone: the link to be copied, and what settles other words. */
  link: string | null
  settle: { requestId: string; seen: string } | null
  /** For co-chairs alone: what they answered before, the newest first. */
  earlier: EarlierAnswer[]
}

export type ReviewForDesk = {
  meeting: DeskMeeting
  group: { id: string; slug: string; name: string }
  state: ReportState
  /** The window that is or was open last. */
  window: {
    consultation: string
    openedAt: Date
    openedBy: string
    closesAt: Date
    comments: number
    endedAt: Date | null
    end: (typeof reviewEnd.enumValues)[number] | null
    reason: string | null
  } | null
  /** Whether the answers are about a version that is still to come. */
  counts: boolean
  people: ReviewedPerson[]
  may: { open: boolean; settle: boolean }
  /** What the form begins with, where a review can be opened. */
  form: { zone: string; zones: string[]; closesDay: string; closesTime: string } | null
}

/** The review of a meeting's minutes, for its members; `ref` is the id of the meeting or its number. */
export async function getReview(
  actor: Actor,
  slug: string,
  ref: string,
  locale: Locale,
): Promise<ReviewForDesk> {
  const group = await getDeskGroup(actor, slug)
  const subject = { groupId: group.id }
  authorize(actor, "review.read", subject)
  const db = database()
  const meeting = await findDeskMeeting(db, group.id, ref)
  if (!meeting) throw notFound()
  const [facts, standing] = await Promise.all([
    findReportFacts(db, meeting.id),
    readStanding(db, meeting.id),
  ])
  const state = stateOf(facts)
  const settles = can(actor, "review.open", subject)
  const opens = settles && mayMove(state, "openReview") && !meeting.cancelledAt
  const known = await addressesOf(
    db,
    standing.people.flatMap(({ personId }) => personId ?? []),
  )
  const earlier = await listEarlierAnswers(
    db,
    settles ? standing.people.flatMap(({ request }) => request?.id ?? []) : [],
  )
  return {
    meeting,
    group: { id: group.id, slug, name: group.name },
    state,
    window: standing.review && (await findWindow(standing.review)),
    counts: standing.counts,
    people: standing.people.map((person) =>
      reviewed(person, {
        hasAddress: known.has(person.personId ?? ""),
        earlier: earlier.get(person.request?.id ?? "") ?? [],
        linkOf: settles ? (id) => quoteAddress(id, slug, locale) : null,
      }),
    ),
    may: { open: opens, settle: settles },
    form: opens ? await formOf(actor, group.id) : null,
  }
}

function reviewed(
  { name, personId, mark, statements, request }: QuotedStanding,
  {
    hasAddress,
    earlier,
    linkOf,
  }: {
    hasAddress: boolean
    earlier: EarlierAnswer[]
    linkOf: ((id: string) => string) | null
  },
): ReviewedPerson {
  const words = linkOf && request?.words ? otherWords.parse(request.words) : null
  const waits = mark === "other-words" && request !== null && words !== null
  return {
    key: request?.id ?? personId ?? name,
    name,
    mark,
    statements: statements.map((each) => ({ ...each, other: words?.[each.id] ?? null })),
    askedAt: request?.askedAt ?? null,
    answeredAt: request?.answeredAt ?? null,
    mailed: request?.mailedAt != null,
    ...{ hasAddress, earlier },
    note: linkOf ? (request?.note ?? "") : "",
    settleReason: request?.settleReason ?? "",
    link: linkOf && request ? linkOf(request.id) : null,
    settle: waits
      ? { requestId: request.id, seen: settleMark(request.answeredAt, words, statements) }
      : null,
  }
}

async function findWindow(review: {
  consultationId: string
  openedAt: Date
  openedBy: string
  endedAt: Date | null
  end: (typeof reviewEnd.enumValues)[number] | null
}) {
  const db = database()
  const [[window], [filed]] = await Promise.all([
    db
      .select({
        slug: consultations.slug,
        closesAt: consultations.closesAt,
        reason: consultations.cancelReason,
        openedBy: people.name,
      })
      .from(consultations)
      .innerJoin(people, eq(people.id, review.openedBy))
      .where(eq(consultations.id, review.consultationId)),
    db
      .select({ n: count() })
      .from(comments)
      .where(eq(comments.consultationId, review.consultationId)),
  ])
  if (!window) throw new Error(`A review has no consultation ${review.consultationId}`)
  const { slug, ...shown } = window
  const { openedAt, endedAt, end } = review
  return { ...shown, consultation: slug, openedAt, endedAt, end, comments: filed?.n ?? 0 }
}

/** The deadline that the form offers: as many days from now as the group usually takes, in one's own zone. */
async function formOf(actor: Actor, groupId: string) {
  const personId = personOf(actor)
  const db = database()
  const [[group], [settings]] = await Promise.all([
    db.select({ days: groups.reviewDays }).from(groups).where(eq(groups.id, groupId)),
    personId
      ? db
          .select({ zone: personSettings.zone })
          .from(personSettings)
          .where(eq(personSettings.personId, personId))
      : [],
  ])
  const zone = settings?.zone ?? "UTC"
  const { day } = localFields(daysFromNow(group?.days ?? 7), zone)
  return { zone, zones: zoneNames(zone), closesDay: day, closesTime: "18:00" }
}
