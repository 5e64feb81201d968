import type { AgendaNode } from "./agenda"

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

/** A node of the agenda without what is the group's own: who presents it, what became of it. */
export function plannedItem({ label, title, minutes, children }: AgendaNode): PlannedItem {
  return { label, title, minutes, children: children.map(plannedItem) }
}

/** The instant at which the next planned call among them ends, and what shows them must be looked at again. */
export function nextChange(meetings: readonly AnnouncedMeeting[]): Date | null {
  const ends = meetings.filter((m) => m.state === "planned").map((m) => m.endsAt.getTime())
  return ends.length > 0 ? new Date(Math.min(...ends)) : null
}
