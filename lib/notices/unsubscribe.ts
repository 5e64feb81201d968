import { and, eq, isNotNull, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { noticeChoices } from "@/db/schema/notices"
import { people } from "@/db/schema/people"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { unsubscribeInput } from "./input"
import { type Choice, noticeKinds, tempoOf } from "./model"
import { choicesOf } from "./recipients"
import { settleWaiting } from "./settle-waiting"
import { readUnsubscribeToken, type Unsubscription } from "./unsubscribe-link"

/** Whoever holds a link of a mail: the guest of one person's choice, or the public when it is good for nothing. */
export function guestOfUnsubscribeLink(token: string): Actor {
  const link = readUnsubscribeToken(token)
  return link
    ? { kind: "guest", subjectType: "unsubscribe", subjectId: link.join(" ") }
    : { kind: "public" }
}

/**
 * Ends the mail that a link stands for: of one kind in one group, or the digests of one tempo. In the
 * portal its notices go on. Doing it twice changes nothing. `not_found` when the link is none of ours.
 */
export async function unsubscribe(
  actor: Actor,
  { token }: z.output<typeof unsubscribeInput>,
): Promise<Unsubscription> {
  const link = readUnsubscribeToken(token)
  if (!link) throw new Refusal("not_found", "notices.linkBroken")
  authorize(actor, "notices.unsubscribe", { type: "unsubscribe", id: link.join(" ") })
  return transaction(async (tx) => {
    const personId = await personNow(tx, link[0])
    const ended = await endedBy(tx, personId, link)
    if (ended.length > 0)
      await tx
        .insert(noticeChoices)
        .values(ended.map((one) => ({ ...one, personId, chosenAt: now() })))
        .onConflictDoUpdate({
          target: [noticeChoices.personId, noticeChoices.groupId, noticeChoices.kind],
          set: { tempo: sql`excluded.tempo`, chosenAt: now() },
        })
    await settleWaiting(tx, personId)
    await record(tx, {
      name: "notices.chosen",
      actor: { personId },
      groupId: null,
      subject: { type: "person", id: personId },
      data: { kinds: ended.length },
    })
    return link
  })
}

/** The choices that end it. For a digest: of every kind that it would carry, in general and in each group. */
async function endedBy(
  tx: Transaction,
  personId: string,
  [, what, groupId]: Unsubscription,
): Promise<Choice[]> {
  const choices = (await choicesOf(tx, [personId])).get(personId) ?? []
  if (what !== "daily" && what !== "weekly")
    return [{ groupId: groupId ?? null, kind: what, tempo: "never" }]
  const inGeneral = noticeKinds
    .filter((kind) => tempoOf(choices, kind, null) === what)
    .map((kind) => ({ groupId: null, kind, tempo: "never" as const }))
  const inGroups = choices
    .filter((choice) => choice.groupId !== null && choice.tempo === what)
    .map(({ groupId: group, kind }) => ({ groupId: group, kind, tempo: "never" as const }))
  return [...inGeneral, ...inGroups]
}

/** The person of a link, or the one that took over when two records became one. */
async function personNow(tx: Transaction, personId: string): Promise<string> {
  const [merged] = await tx
    .select({ id: people.mergedInto })
    .from(people)
    .where(and(eq(people.id, personId), isNotNull(people.mergedInto)))
  return merged?.id ?? personId
}
