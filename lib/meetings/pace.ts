type Item = {
  id: string
  minutes: number | null
  coverage: string | null
  carriedTo: unknown
  spent: number
}
type Call = {
  startsAt: string | null
  minutes: number | null
  agenda: readonly Item[]
  turn: { itemId: string; startedAt: string } | null
}

/** Minutes after which a plan says nothing about what is going on. */
const farOff = 240

/** Whole minutes that the call has been at an item, and how many of the planned are left (below 0 when over). */
export function timeAt(
  item: Item,
  turn: Call["turn"],
  at: Date,
): { gone: number; left: number | null } {
  const open = turn?.itemId === item.id ? Math.max(0, at.getTime() - Date.parse(turn.startedAt)) : 0
  const gone = Math.floor((item.spent + open / 1000) / 60)
  return { gone, left: item.minutes === null ? null : item.minutes - gone }
}

/**
 * When the call ends if what is left of the present item and every item after it takes as long as
 * planned, and how many minutes after the planned end that is (below 0 when before; null without a
 * planned end, and when it is hours away: then the call is not the one that was planned). Items that were marked or carried over take no time. Null while the clock stands.
 */
export function paceOf(call: Call, at: Date): { endsAt: Date; late: number | null } | null {
  const { turn, agenda } = call
  const here = agenda.findIndex(({ id }) => id === turn?.itemId)
  const item = agenda[here]
  if (!item) return null
  const rest = agenda
    .slice(here + 1)
    .filter(({ coverage, carriedTo, spent }) => !coverage && !carriedTo && spent === 0)
    .reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  const now = Math.max(0, timeAt(item, turn, at).left ?? 0)
  const endsAt = new Date(at.getTime() + (now + rest) * 60_000)
  if (call.startsAt === null || call.minutes === null) return { endsAt, late: null }
  const planned = Date.parse(call.startsAt) + call.minutes * 60_000
  const late = Math.round((endsAt.getTime() - planned) / 60_000)
  return { endsAt, late: Math.abs(late) > farOff ? null : late }
}

/** How far the call is: from the first start of the clock, or from the planned start; null outside it. */
export function minuteOf(
  call: { beganAt: string | null; startsAt: string | null; minutes: number | null },
  at: Date,
): number | null {
  const from = call.beganAt ?? call.startsAt
  if (from === null) return null
  const minute = Math.floor((at.getTime() - Date.parse(from)) / 60_000)
  // A call that is over: what the clock says of it would be the age of the meeting.
  return minute < 0 || minute > (call.minutes ?? 60) + farOff ? null : minute
}
