import { randomUUID } from "node:crypto"
import { and, eq, gt, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import type { Locale } from "@/lib/platform/locales"
import type { TextOrder } from "./document-order"
import { answerKey, type TextRef, type ThreadsView } from "./model"
import { movedPassages, placedPassages, type StandsUnder } from "./moved-passages"
import { type Asked, readComments } from "./read-comments"
import { readDrafts } from "./read-drafts"
import { isFresh, type Marks, readMarks } from "./read-marks"
import { ofText } from "./thread-row"
import { threadViews } from "./thread-views"
import { isVisible, type Viewer } from "./viewer"

/** Threads on one page of a text, and comments on one page of a thread that is shown whole. */
export const threadsPage = 20
export const commentsPage = 50

export type Wanted = {
  groupId: string
  text: TextRef
  viewer: Viewer
  locale: Locale
  /** From 1; beyond the last it is the last. */
  page?: number
  state?: "all" | "open" | "resolved" | "new"
  /** Only threads of this consultation. */
  consultationId?: string
  /** Only threads on these places. */
  places?: readonly string[]
  /** The ids of sections and blocks in the order of the text; threads follow it. Without, by time. */
  order?: readonly string[]
  /** Where a thread stands in a text whose passages are not told apart by their places. */
  textOrder?: TextOrder | undefined
  /** This thread alone, with all its comments; `page` then turns its pages. */
  threadId?: string
  /** Turns to the page on which this comment stands. */
  commentId?: string
  /** What counts as fresh came after this comment, instead of after those that were read. */
  since?: number
}

export type ReadThreads = Omit<ThreadsView, "may" | "people" | "consultations">

/** Threads of a text as somebody sees them. Does not authorize. */
export async function readThreads(reader: Reader, wanted: Wanted): Promise<ReadThreads> {
  const { text, viewer } = wanted
  const marks = await readMarks(reader, text, viewer, wanted)
  const asked: Asked = { groupId: wanted.groupId, viewer, marks, locale: wanted.locale }
  const lines = await readLines(reader, wanted, marks)
  const astray = astrayIn(wanted, lines)
  const inOrder = sorted(lines, wanted, await placesOf(reader, wanted, astray))
  const fresh = inOrder.flatMap(({ id, news }) =>
    news.map(({ seq, id: commentId }) => ({ seq, threadId: id, commentId })),
  )
  const chosen = inOrder.filter(
    (line) =>
      (wanted.threadId === undefined || line.id === wanted.threadId) &&
      (wanted.state !== "open" || line.state === "open") &&
      (wanted.state !== "resolved" || line.state === "resolved") &&
      (wanted.state !== "new" || line.news.length > 0) &&
      (wanted.places === undefined || wanted.places.includes(line.place ?? "")),
  )
  const paged = await turn(reader, wanted, chosen)
  const shown = await readComments(
    reader,
    paged.ids,
    asked,
    wanted.threadId === undefined ? undefined : paged.comments,
  )
  const drafts = await readDrafts(reader, text, viewer, paged.ids.map(answerKey))
  const { textOrder } = wanted
  const onPage = new Set(paged.ids)
  const moved = await movedOn(reader, wanted, astray, onPage)
  const under = chosen
    .filter(({ id }) => onPage.has(id))
    .map((line) => ({ ...line, under: underOf(line, textOrder, moved) }))
  return {
    threads: await threadViews(reader, under, { shown, drafts, viewer }),
    page: paged.page,
    pages: paged.pages,
    total: {
      threads: lines.length,
      open: lines.filter(({ state }) => state === "open").length,
      comments: lines.reduce((sum, { count }) => sum + count, 0),
      fresh: fresh.length,
    },
    fresh,
    since: marks.all,
    last: Math.max(0, ...lines.map(({ last }) => last)),
    submission: randomUUID(),
    drafts,
  }
}

type Line = Awaited<ReturnType<typeof readLines>>[number]

/** What is known of every thread of the text: how many comments of it can be seen, and which are fresh. */
async function readLines(reader: Reader, wanted: Wanted, marks: Marks) {
  const { text, viewer, consultationId } = wanted
  // Of each thread by itself: joined as a whole, Postgres would rather read the comments of all texts.
  const said = reader
    .select({
      count: sql<number>`count(*)::int`.as("count"),
      last: sql<number>`max(${comments.seq})::float8`.as("last"),
      news: sql<
        { seq: number; id: string }[]
      >`coalesce(jsonb_agg(jsonb_build_object('seq', ${comments.seq}, 'id', ${comments.id}) order by ${comments.seq}) filter (where ${isFresh(marks, viewer)}), '[]')`.as(
        "news",
      ),
    })
    .from(comments)
    .where(and(eq(comments.threadId, threads.id), isVisible(viewer)))
    .as("said")
  return reader
    .select({
      id: threads.id,
      place: threads.place,
      quote: threads.quote,
      before: threads.quoteBefore,
      after: threads.quoteAfter,
      isLost: sql<boolean>`${threads.lostAt} is not null`,
      state: threads.state,
      createdAt: threads.createdAt,
      ...{ count: said.count, last: said.last, news: said.news },
    })
    .from(threads)
    .innerJoinLateral(said, gt(said.count, 0))
    .where(
      and(
        ofText(text),
        consultationId === undefined ? undefined : eq(threads.consultationId, consultationId),
      ),
    )
    .orderBy(threads.createdAt, threads.id)
}

type Moved = ReadonlyMap<string, StandsUnder>

/** Passages of a document that its last revision has otherwise than they were quoted, and that are not lost. */
function astrayIn({ text, textOrder }: Wanted, lines: readonly Line[]): string[] {
  if (text.kind !== "document" || !textOrder) return []
  return lines
    .filter(
      (line) => line.quote !== "" && !line.isLost && !Number.isFinite(textOrder.standsAt(line)),
    )
    .map(({ id }) => id)
}

async function placesOf(
  reader: Reader,
  { text, textOrder }: Wanted,
  ids: string[],
): Promise<Moved> {
  if (text.kind !== "document" || !textOrder) return new Map()
  const known = await placedPassages(reader, text.documentId, textOrder, ids)
  // Of one that has been found again in the text what is kept is not asked.
  return new Map(
    ids.flatMap((id): [string, StandsUnder][] => {
      const stands = known.get(id)
      return stands ? [[id, stands]] : []
    }),
  )
}

async function movedOn(
  reader: Reader,
  { text, textOrder }: Wanted,
  ids: string[],
  onPage: ReadonlySet<string>,
): Promise<Moved> {
  if (text.kind !== "document" || !textOrder) return new Map()
  const shown = ids.filter((id) => onPage.has(id))
  return movedPassages(reader, text.documentId, textOrder, shown)
}

function underOf(line: Line, textOrder: TextOrder | undefined, moved: Moved): string | null {
  const found = moved.get(line.id)
  return found ? found.under : (textOrder?.sectionAt(line) ?? line.place)
}

/** The whole text first, what stands no longer in it last. */
function sorted(lines: Line[], { order = [], textOrder }: Wanted, moved: Moved): Line[] {
  const places = new Map(order.map((id, place) => [id, place]))
  const inOrder = ({ place }: Line) => (place === null ? -1 : (places.get(place) ?? order.length))
  const placed = lines.map((line) => ({
    line,
    at: moved.get(line.id)?.at ?? textOrder?.standsAt(line) ?? inOrder(line),
  }))
  // Two that stand nowhere are endlessly far, and no difference of those is a number.
  return placed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ line }) => line)
}

/** Which threads, and of one that is alone which comments, stand on the page. */
async function turn(reader: Reader, wanted: Wanted, chosen: Line[]) {
  const alone = wanted.threadId !== undefined
  const size = alone ? commentsPage : threadsPage
  const all = alone ? (chosen[0]?.count ?? 0) : chosen.length
  const pages = Math.max(1, Math.ceil(all / size))
  const page = Math.min(pages, Math.max(1, (await pageOf(reader, wanted, chosen)) ?? 1))
  const from = (page - 1) * size
  const ids = (alone ? chosen : chosen.slice(from, from + size)).map(({ id }) => id)
  return { page, pages, ids, comments: { from, upto: from + size } }
}

async function pageOf(
  reader: Reader,
  { commentId, threadId, page, viewer }: Wanted,
  chosen: Line[],
): Promise<number | undefined> {
  if (commentId === undefined) return page
  const [found] = await reader
    .select({ threadId: comments.threadId, seq: comments.seq })
    .from(comments)
    .where(eq(comments.id, commentId))
  if (!found) return page
  if (threadId === undefined) {
    const place = chosen.findIndex(({ id }) => id === found.threadId)
    return place < 0 ? page : Math.floor(place / threadsPage) + 1
  }
  const before = await reader.$count(
    comments,
    and(eq(comments.threadId, threadId), sql`${comments.seq} < ${found.seq}`, isVisible(viewer)),
  )
  return Math.floor(before / commentsPage) + 1
}
