import { and, desc, eq } from "drizzle-orm"
import type { Database } from "@/db/client"
import { makePerson } from "@/db/factories/people"
import { arrangeQuotes, paragraphOf, statementOf } from "@/db/factories/quoted"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { reports } from "@/db/schema/reports"
import { quoteRequests } from "@/db/schema/reviews"
import { blockText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import type { Actor } from "@/lib/platform/actor"
import { openVersion } from "@/lib/record/open-content"
import { publishMinutes } from "@/lib/reports/publish"
import { answerQuote } from "@/lib/reviews/answer"
import { getWordsToAnswer } from "@/lib/reviews/answer-queries"
import { openReviewInput, settleQuoteInput } from "@/lib/reviews/input"
import { openReview } from "@/lib/reviews/open"
import { guestOfQuoteLink, quoteToken } from "@/lib/reviews/quote-link"
import { settleMark } from "@/lib/reviews/settle-mark"
import { settleQuote } from "@/lib/reviews/settle-quote"

export type ReviewScene = Awaited<ReturnType<typeof arrangeReviewScene>>

/**
 * Minutes that quote a member, somebody without an address and a voice without an entry; with what is done
 * in a review of them, by a co-chair and by link.
 */
export async function arrangeReviewScene(owner: Database) {
  const scene = await arrangeScene(owner)
  const { groupId, meetingId, first, second, member, chair } = scene
  const quoted = crypto.randomUUID()
  const stranger = await makePerson(owner, { name: "Otto Velander", stakeholderGroup: "media" })
  await arrangeQuotes(owner, meetingId, {
    [first]: [
      paragraphOf("The plan was discussed."),
      statementOf("Ilva Morandini", "The plan is late.", { id: quoted, personId: member.personId }),
      statementOf("Otto Velander", "The press should know.", { personId: stranger.id }),
    ],
    [second]: [
      statementOf("I. Morandini", "Thanks to all.", { personId: member.personId }),
      statementOf("A voice", "Yes."),
    ],
  })

  const open = (actor: Actor = chair, changes: Record<string, string> = {}) =>
    openReview(
      actor,
      openReviewInput.parse({
        meetingId: meetingId,
        zone: "UTC",
        closesDay: "2022-03-11",
        closesTime: "12:00",
        question: "Is it right?",
        ...changes,
      }),
    )
  const requests = () =>
    owner
      .select()
      .from(quoteRequests)
      .where(eq(quoteRequests.meetingId, meetingId))
      .orderBy(quoteRequests.name, desc(quoteRequests.askedAt))
  /** The request of somebody in the newest review that asked them. */
  async function requestOf(name: string) {
    const found = (await requests()).find((each) => each.name === name)
    if (!found) throw new Error(`${name} was not asked`)
    return found
  }
  async function slugOf() {
    const [group] = await owner.select().from(groups).where(eq(groups.id, groupId))
    return group?.slug ?? ""
  }
  async function wordsOf(name: string) {
    const token = quoteToken((await requestOf(name)).id)
    return getWordsToAnswer(guestOfQuoteLink(token), token, await slugOf(), "en")
  }
  async function say(
    name: string,
    answer: "confirmed" | "other-words" | "unnamed",
    given: { words?: string[]; note?: string; seen?: string } = {},
  ) {
    const token = quoteToken((await requestOf(name)).id)
    const { seen } = await wordsOf(name)
    return answerQuote(guestOfQuoteLink(token), {
      ...{ token, seen, answer, words: [], note: "", ...given },
    })
  }
  async function settle(name: string, settlement: "taken" | "declined", reason = "") {
    const request = await requestOf(name)
    const { statements } = await wordsOf(name)
    const words = request.words as Record<string, string>
    const seen = settleMark(request.answeredAt, words, statements)
    const input = settleQuoteInput.parse({ requestId: request.id, seen, settlement, reason })
    return settleQuote(chair, input)
  }
  const trail = async (name: string) =>
    (
      await owner
        .select()
        .from(events)
        .where(and(eq(events.name, name), eq(events.subjectId, meetingId)))
        .orderBy(events.id)
    ).map(({ data, actorId }) => ({ ...(data as object), actorId }))
  async function statementNow() {
    const current = await getCurrentText(owner, meetingId)
    const block = current?.text.sections[first]?.content.find(
      (each) => each.type === "statement" && each.attrs.id === quoted,
    )
    return block ? blockText(block) : null
  }

  const publish = (revision: number, language: "en" | "fr" = "en") =>
    publishMinutes(chair, {
      ...{ meetingId: meetingId, revision, language, overrides: [] },
    })
  async function published() {
    const [row] = await owner
      .select({ id: reports.id, content: reports.content })
      .from(reports)
      .where(eq(reports.meetingId, meetingId))
      .orderBy(reports.version)
    if (!row) throw new Error("Nothing is published")
    return openVersion(owner, row)
  }

  return {
    ...{ scene, quoted, stranger, open, requests, requestOf, slugOf, wordsOf, say, settle, trail },
    ...{ statementNow, publish, published },
  }
}
