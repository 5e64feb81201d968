import { and, eq, inArray, isNull, or } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { noticeChoices, personSettings } from "@/db/schema/notices"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize, can } from "@/lib/policy/can"
import type { chooseNoticesInput } from "./input"
import { type Choice, noticeKinds, usualTempo } from "./model"
import { settleWaiting } from "./settle-waiting"

/**
 * Keeps what somebody chose: how soon they hear of each kind, in general and in each of their groups,
 * in which language and by which clock. What waits for a digest follows the choice. In a group that they do
 * not work in they only change what they chose before; `not_found` otherwise.
 */
export async function chooseNotices(
  actor: Actor,
  { locale, zone, choice }: z.output<typeof chooseNoticesInput>,
): Promise<void> {
  authorize(actor, "notices.choose")
  const personId = personOf(actor)
  if (!personId) throw new Refusal("sign_in", "signIn")
  const places = Object.keys(choice)
  const groupIds = places.filter((place) => place !== "all")
  const elsewhere = groupIds.filter((groupId) => !can(actor, "group.work", { groupId }))
  const chosen: Choice[] = places.flatMap((place) =>
    noticeKinds.flatMap((kind) => {
      const tempo = choice[place]?.[kind]
      const groupId = place === "all" ? null : place
      // What is usual is not a choice: whoever leaves it so goes along when it is changed one day.
      const isChoice = tempo && !(groupId === null && tempo === usualTempo[kind])
      return isChoice ? [{ groupId, kind, tempo }] : []
    }),
  )
  await transaction(async (tx) => {
    const left = await chosenAmong(tx, personId, elsewhere)
    const isForeign = (groupId: string | null) =>
      groupId !== null && elsewhere.includes(groupId) && !left.has(groupId)
    // Where nothing was chosen and nothing is, there is nothing to refuse: the form was sent twice.
    if (chosen.some(({ groupId }) => isForeign(groupId))) throw notFound()
    await tx
      .insert(personSettings)
      .values({ personId, locale, zone, changedAt: now() })
      .onConflictDoUpdate({
        target: personSettings.personId,
        set: { locale, zone, changedAt: now() },
      })
    await tx
      .delete(noticeChoices)
      .where(
        and(
          eq(noticeChoices.personId, personId),
          or(
            places.includes("all") ? isNull(noticeChoices.groupId) : undefined,
            inArray(noticeChoices.groupId, groupIds),
          ),
        ),
      )
    if (chosen.length > 0)
      await tx
        .insert(noticeChoices)
        .values(chosen.map((one) => ({ ...one, personId, chosenAt: now() })))
    await settleWaiting(tx, personId)
    await record(tx, {
      name: "notices.chosen",
      actor,
      groupId: null,
      subject: { type: "person", id: personId },
      data: { kinds: chosen.length },
    })
  })
}

/** In which of these groups somebody chose something before: by the link of a mail, or while they worked there. */
async function chosenAmong(
  tx: Transaction,
  personId: string,
  groupIds: readonly string[],
): Promise<Set<string>> {
  if (groupIds.length === 0) return new Set()
  const rows = await tx
    .selectDistinct({ groupId: noticeChoices.groupId })
    .from(noticeChoices)
    .where(and(eq(noticeChoices.personId, personId), inArray(noticeChoices.groupId, [...groupIds])))
  return new Set(rows.flatMap(({ groupId }) => groupId ?? []))
}
