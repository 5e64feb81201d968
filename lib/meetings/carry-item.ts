import { and, inArray, isNull } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { agendaItems } from "@/db/schema/meetings"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { AgendaItem } from "./agenda"
import { agendaNow } from "./agenda-now"
import { agendaAt, changeAgenda, touchAgenda } from "./change-agenda"
import { beforeClosing } from "./closing-item"
import type { oneItemInput } from "./input"
import { type LockedMeeting, lockMeeting } from "./lock"
import { limits } from "./model"
import { endOf } from "./moves"
import { nextPlanned } from "./next-planned"
import { findLack } from "./open-to-change"
import { editLack } from "./status"
import type { WrittenRow } from "./write-agenda"

/**
 * Carries an item with all below it over to the next meeting that is planned: a copy that knows where
 * it comes from, before that meeting's closing item. The old item stays with its words; it is said to
 * be not reached unless something else is said of it. Refused without a later meeting, for an item
 * that was carried already, and when that agenda is full. What was carried before by itself does
 * not come along again.
 */
export async function carryItem(
  actor: Actor,
  { meetingId, itemId }: z.output<typeof oneItemInput>,
): Promise<{ to: string; number: number | null }> {
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number } = meeting
    authorize(actor, "agenda.edit", { groupId, noteTakerId })
    const cancelled = editLack(meeting)
    if (cancelled) throw new Refusal("conflict", cancelled)
    // What is published stays as it is; its items may still go on to the next meeting.
    const isOpen = (await findLack(tx, actor, meeting)) === null
    const { items, at, item } = await agendaAt(tx, meetingId, itemId)
    const branch = items.slice(at, endOf(items, at))
    const carried = await carriedAmong(tx, branch)
    if (carried.has(itemId)) throw new Refusal("conflict", "meeting.carriedAlready")
    const planned = await nextPlanned(tx, meeting)
    if (!planned) throw new Refusal("conflict", "meeting.carryNowhere")
    // Always from the earlier meeting to the later, so that two who carry cannot hold each other up.
    const next = await lockMeeting(tx, planned.id)
    await putCopies(tx, next, without(branch, carried), item.depth)
    if (isOpen) await leaveUnreached(tx, meetingId, branch)
    const happening = { actor, groupId }
    await record(tx, {
      ...happening,
      name: "agenda.itemCarried",
      subject: { type: "meeting", id: meetingId },
      data: { number, title: item.title, to: next.number },
    })
    await record(tx, {
      ...happening,
      name: "agenda.itemReceived",
      subject: { type: "meeting", id: next.id },
      data: { number: next.number, title: item.title, from: number },
      publicChange: [next.slug],
    })
    return { to: next.id, number: next.number }
  })
}

/** The items were not reached, unless something else is said of them. */
async function leaveUnreached(
  tx: Transaction,
  meetingId: string,
  branch: readonly AgendaItem[],
): Promise<void> {
  const ids = branch.map(({ id }) => id)
  await tx
    .update(agendaItems)
    .set({ coverage: "not-reached" })
    .where(and(inArray(agendaItems.id, ids), isNull(agendaItems.coverage)))
  await touchAgenda(tx, meetingId)
}

/** Those of the items of which a copy stands at another meeting. */
async function carriedAmong(
  tx: Transaction,
  items: readonly AgendaItem[],
): Promise<ReadonlySet<string | null>> {
  const ids = items.map(({ id }) => id)
  const rows = await tx
    .select({ from: agendaItems.carriedFrom })
    .from(agendaItems)
    .where(inArray(agendaItems.carriedFrom, ids))
  return new Set(rows.map(({ from }) => from))
}

/** The items in order without these and all that stands below them. */
function without(items: readonly AgendaItem[], left: ReadonlySet<string | null>): AgendaItem[] {
  let under = Number.POSITIVE_INFINITY
  return items.filter(({ id, depth }) => {
    if (depth > under) return false
    under = left.has(id) ? depth : Number.POSITIVE_INFINITY
    return !left.has(id)
  })
}

async function putCopies(
  tx: Transaction,
  next: LockedMeeting,
  branch: readonly AgendaItem[],
  level: number,
): Promise<void> {
  const lack = editLack(next)
  if (lack) throw new Refusal("conflict", "meeting.carryNowhere")
  const there = await agendaNow(tx, next.id)
  if (there.length + branch.length > limits.agendaItems) {
    const { number } = next
    throw new Refusal("conflict", "meeting.carryFull", { number: number ?? "–" })
  }
  const copies = branch.map(
    ({ id, depth, title, presenter, minutes }): WrittenRow => ({
      id: crypto.randomUUID(),
      depth: depth - level,
      title,
      presenter,
      minutes,
      coverage: null,
      carriedFrom: id,
    }),
  )
  const place = beforeClosing(there)
  await changeAgenda(tx, next.id, [...there.slice(0, place), ...copies, ...there.slice(place)])
}
