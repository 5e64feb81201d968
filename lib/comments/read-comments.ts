import { and, asc, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Reader } from "@/db/client"
import { commentMentions, commentReactions, comments } from "@/db/schema/comments"
import { compendia, consultationGuests, consultations } from "@/db/schema/consultations"
import { people } from "@/db/schema/people"
import { threads } from "@/db/schema/threads"
import { takingOf } from "@/lib/consultations/status"
import { now } from "@/lib/platform/clock"
import type { Locale } from "@/lib/platform/locales"
import { type CapacityAt, capacitiesAtAnyTime } from "./capacities"
import { partsOf } from "./markup"
import type { Mentionable } from "./mentions"
import type { CommentView, ReactionKind, ReactionView } from "./model"
import { readEarlier } from "./read-earlier"
import { readHides } from "./read-hides"
import { isFresh, type Marks, readUpTo } from "./read-marks"
import { nameLack } from "./status"
import { isOwn, isVisible, type Viewer } from "./viewer"

/** How many comments of a thread stand open below its first one, beside those that are fresh. */
const tail = 3
const mostFresh = 20

export type Asked = {
  groupId: string
  viewer: Viewer
  /** What came after these is fresh, unless it is one's own. */
  marks: Marks
  locale: Locale
}

type Row = Awaited<ReturnType<typeof selectRows>>[number]

/**
 * Comments of threads in their order. With `all`, every comment of its `from` … `upto` (places from 0);
 * without, of each thread the first, the last few and the fresh ones.
 */
export async function readComments(
  reader: Reader,
  threadIds: readonly string[],
  asked: Asked,
  all?: { from: number; upto: number },
): Promise<Map<string, CommentView[]>> {
  const shown = new Map<string, CommentView[]>(threadIds.map((id) => [id, []]))
  if (threadIds.length === 0) return shown
  const place = sql`row_number() over (partition by ${comments.threadId} order by ${comments.seq})`
  const back = sql`row_number() over (partition by ${comments.threadId} order by ${comments.seq} desc)`
  const fresh = isFresh(asked.marks, asked.viewer)
  const rank = sql`count(*) filter (where ${fresh}) over (partition by ${comments.threadId} order by ${comments.seq})`
  const placed = reader
    .select({
      id: comments.id,
      place: place.as("place"),
      back: back.as("back"),
      rank: sql`case when ${fresh} then ${rank} end`.as("rank"),
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(inArray(comments.threadId, [...threadIds]), isVisible(asked.viewer)))
    .as("placed")
  const wanted = all
    ? and(sql`${placed.place} > ${all.from}`, sql`${placed.place} <= ${all.upto}`)
    : or(eq(placed.place, 1), lt(placed.back, tail + 1), lt(placed.rank, mostFresh + 1))
  const chosen = reader.select({ id: placed.id }).from(placed).where(wanted)
  const rows = await selectRows(reader, inArray(comments.id, chosen), asked.viewer)
  for (const view of await viewsOf(reader, rows, asked))
    shown.get(view.threadId)?.push(view.comment)
  return shown
}

const appliers = alias(people, "appliers")
const hiders = alias(people, "hiders")

function selectRows(reader: Reader, where: SQL | undefined, viewer: Viewer) {
  return reader
    .select({
      comment: comments,
      person: people.name,
      guest: consultationGuests.name,
      organisation: consultationGuests.organisation,
      applier: appliers.name,
      hider: hiders.name,
      mine: isOwn(viewer),
      ofThread: threads.consultationId,
      isPublished: sql<boolean>`exists (select from ${compendia} where ${compendia.consultationId} = ${comments.consultationId})`,
      window: {
        opensAt: consultations.opensAt,
        closesAt: consultations.closesAt,
        lateUntil: consultations.lateUntil,
        cancelledAt: consultations.cancelledAt,
      },
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .leftJoin(consultations, eq(consultations.id, comments.consultationId))
    .leftJoin(people, eq(people.id, comments.authorId))
    .leftJoin(consultationGuests, eq(consultationGuests.id, comments.guestId))
    .leftJoin(appliers, eq(appliers.id, comments.appliedBy))
    .leftJoin(hiders, eq(hiders.id, comments.hiddenBy))
    .where(where)
    .orderBy(asc(comments.seq))
}

async function viewsOf(
  reader: Reader,
  rows: Row[],
  asked: Asked,
): Promise<{ threadId: string; comment: CommentView }[]> {
  const ids = rows.map(({ comment }) => comment.id)
  const personIds = rows.flatMap(({ comment }) => comment.authorId ?? [])
  const edited = rows.flatMap(({ comment }) => (comment.editedAt ? comment.id : []))
  const [mentioned, reacted, earlier, hides, capacity] = await Promise.all([
    readMentions(reader, ids),
    readReactions(reader, ids, asked.viewer),
    readEarlier(reader, edited),
    readHides(reader, asked.viewer.moderates ? ids : []),
    capacitiesAtAnyTime(reader, { groupId: asked.groupId, personIds, locale: asked.locale }),
  ])
  return rows.map((row) => {
    const { comment } = row
    const reactions = reacted.get(comment.id) ?? noReactions()
    const view = viewOf(row, asked, mentioned.get(comment.id) ?? [], capacity)
    // Of what had to be admitted, earlier words may be those that nobody admitted.
    const isTold = comment.moderatedAt === null || asked.viewer.moderates || row.mine
    const before = view.text === "" || !isTold ? [] : (earlier.get(comment.id) ?? [])
    const past = hides.get(comment.id) ?? []
    const shown = { ...view, reactions, earlier: before, hides: past }
    return { threadId: comment.threadId, comment: shown }
  })
}

function viewOf(
  { comment, ...row }: Row,
  { viewer, marks }: Asked,
  mentioned: Mentionable[],
  capacity: CapacityAt,
): Omit<CommentView, "reactions" | "earlier" | "hides"> {
  const isHidden = comment.hiddenAt !== null && !viewer.moderates && !row.mine
  const isGone = comment.withdrawnAt !== null || isHidden
  // Among guests, somebody who asked not to be named is not.
  const isMasked = comment.unnamed && !row.mine && !(viewer.author && "personId" in viewer.author)
  const text = isGone ? "" : comment.text
  return {
    id: comment.id,
    seq: comment.seq,
    author: {
      kind: comment.authorId === null ? "guest" : "person",
      id: isMasked ? "" : (comment.authorId ?? comment.guestId ?? ""),
      name: isMasked ? "" : (row.person ?? row.guest ?? ""),
      capacity: isMasked
        ? ""
        : comment.authorId === null
          ? (row.organisation ?? "")
          : capacity(comment.authorId, comment.createdAt),
    },
    mine: row.mine,
    fixed: row.window !== null && "lack" in takingOf(row.window, now()),
    text,
    parts: partsOf(text, mentioned),
    proposal: isGone ? null : comment.proposal,
    applied: comment.appliedAt && {
      by: row.applier ?? "",
      at: comment.appliedAt.toISOString(),
    },
    way: comment.way,
    late: comment.late,
    unnamed: comment.unnamed,
    nameable: row.mine && nameLack(comment, row.isPublished) === null,
    moderation: comment.moderation,
    createdAt: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    withdrawnAt: comment.withdrawnAt?.toISOString() ?? null,
    hidden: comment.hiddenAt && { reason: comment.hiddenReason ?? "", by: row.hider ?? "" },
    fresh: comment.seq > readUpTo(marks, row.ofThread) && !row.mine,
  }
}

async function readMentions(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, Mentionable[]>> {
  const named = new Map<string, Mentionable[]>()
  if (ids.length === 0) return named
  const rows = await reader
    .select({ commentId: commentMentions.commentId, id: people.id, name: people.name })
    .from(commentMentions)
    .innerJoin(people, eq(people.id, commentMentions.personId))
    .where(inArray(commentMentions.commentId, [...ids]))
  for (const { commentId, ...person } of rows)
    named.set(commentId, [...(named.get(commentId) ?? []), person])
  return named
}

const noReactions = (): Record<ReactionKind, ReactionView> => ({
  agree: { count: 0, names: [], mine: false },
  question: { count: 0, names: [], mine: false },
})

async function readReactions(
  reader: Reader,
  ids: readonly string[],
  { author }: Viewer,
): Promise<Map<string, Record<ReactionKind, ReactionView>>> {
  const all = new Map<string, Record<ReactionKind, ReactionView>>()
  if (ids.length === 0) return all
  const rows = await reader
    .select({
      commentId: commentReactions.commentId,
      kind: commentReactions.kind,
      personId: commentReactions.personId,
      name: people.name,
    })
    .from(commentReactions)
    .innerJoin(people, eq(people.id, commentReactions.personId))
    .where(inArray(commentReactions.commentId, [...ids]))
    .orderBy(asc(commentReactions.at))
  for (const { commentId, kind, personId, name } of rows) {
    const reactions = all.get(commentId) ?? noReactions()
    const one = reactions[kind]
    one.count++
    one.names.push(name)
    one.mine ||= author !== null && "personId" in author && author.personId === personId
    all.set(commentId, reactions)
  }
  return all
}
