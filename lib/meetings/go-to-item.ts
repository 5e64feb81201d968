import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { AgendaItem } from "./agenda"
import { agendaNow } from "./agenda-now"
import type { goToItemInput } from "./input"
import { lockMeeting } from "./lock"
import { requireOpen } from "./open-to-change"
import { beginTurn, endTurn, lastTurnItem, openTurn } from "./turns"

/**
 * Takes the clock of the call to an item: the turn of the one before ends at the same instant.
 * Without an item it goes on: to the next in the order, or, while it stands, to where it stopped;
 * after the last one it stops. Resolves to where the call then is.
 */
export async function goToItem(
  actor: Actor,
  { meetingId, itemId: asked }: z.output<typeof goToItemInput>,
): Promise<{ itemId: string | null }> {
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number } = meeting
    authorize(actor, "meeting.clock", { groupId, noteTakerId })
    await requireOpen(tx, actor, meeting)
    const items = await agendaNow(tx, meetingId)
    if (items.length === 0) throw new Refusal("conflict", "meeting.clockWithoutAgenda")
    const open = await openTurn(tx, meetingId)
    const last = await lastTurnItem(tx, meetingId)
    const wanted = asked
      ? items.find(({ id }) => id === asked)
      : open
        ? following(items, open.itemId)
        : (items.find(({ id }) => id === last) ?? items[0])
    if (asked && !wanted) throw notFound()
    const itemId = wanted?.id ?? null
    if (itemId === open?.itemId) return { itemId }
    await endTurn(tx, meetingId)
    if (itemId) await beginTurn(tx, { meetingId, itemId, startedBy: personOf(actor) })
    const subject = { type: "meeting", id: meetingId }
    const happening = { actor, groupId, subject }
    if (wanted)
      await record(tx, {
        ...happening,
        name: "clock.turned",
        data: { number, title: wanted.title },
      })
    else await record(tx, { ...happening, name: "clock.stopped", data: { number } })
    return { itemId }
  })
}

function following(items: readonly AgendaItem[], itemId: string): AgendaItem | undefined {
  return items[items.findIndex(({ id }) => id === itemId) + 1]
}
