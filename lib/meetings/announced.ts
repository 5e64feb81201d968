/** A call that the group has announced and not yet reported on. Never its link, minutes or people. */
export interface AnnouncedMeeting {
  number: number
  title: string
  startsAt: Date
  /** How long it is planned to last, in minutes. */
  minutes: number | null
  place: string
  /** `planned` until its planned end, then `held`. */
  state: "planned" | "held" | "cancelled"
  endsAt: Date
}

export interface PlannedItem {
  label: string
  title: string
  minutes: number | null
  children: PlannedItem[]
}

interface Row {
  number: number | null
  title: string
  startsAt: Date | null
  minutes: number | null
  place: string
  cancelledAt: Date | null
}

const unknownLength = 60

/** What the world may know of a meeting: nothing before it has a number and a start. */
export function announce(row: Row, at: Date): AnnouncedMeeting[] {
  const { number, title, startsAt, minutes, place, cancelledAt } = row
  if (number === null || startsAt === null) return []
  const endsAt = new Date(startsAt.getTime() + (minutes ?? unknownLength) * 60_000)
  const state = cancelledAt ? "cancelled" : at < endsAt ? "planned" : "held"
  return [{ number, title, startsAt, minutes, place, state, endsAt }]
}

interface Item {
  id: string
  parentId: string | null
  title: string
  minutes: number | null
}

/** Items in the order of their positions as the numbered tree: 1, 2, 2a, 3. */
export function plannedTree(items: readonly Item[]): PlannedItem[] {
  const below = (parentId: string | null, prefix: string): PlannedItem[] =>
    items
      .filter((item) => item.parentId === parentId)
      .map((item, index) => {
        const label = prefix + place(index, prefix)
        const { title, minutes } = item
        return { label, title, minutes, children: below(item.id, label) }
      })
  return below(null, "")
}

/** Numbers and letters in turn: 1, 1a, 1a1. */
function place(index: number, prefix: string): string {
  if (prefix === "" || /[a-z]$/.test(prefix)) return String(index + 1)
  const first = String.fromCharCode(97 + (index % 26))
  return index < 26 ? first : String.fromCharCode(96 + Math.floor(index / 26)) + first
}

/** The instant at which the next planned call among them ends, and what shows them must be looked at again. */
export function nextChange(meetings: readonly AnnouncedMeeting[]): Date | null {
  const ends = meetings.filter((m) => m.state === "planned").map((m) => m.endsAt.getTime())
  return ends.length > 0 ? new Date(Math.min(...ends)) : null
}
