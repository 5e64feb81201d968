import type { ParticipantList } from "./model"
import type { NamedOffice } from "./offices"
import { localFields } from "./zones"

type Facts = {
  number: number | null
  title: string
  startsAt: Date | null
  zone: string
  minutes: number | null
  place: string
  joinLink: string | null
  participantList: ParticipantList
  noteTakerId: string | null
  nextMeetingText: string
}

/** The facts of a meeting as its form shows them, every field a text. */
export type FactFields = {
  number: string
  title: string
  day: string
  time: string
  zone: string
  minutes: string
  place: string
  joinLink: string
  participantList: ParticipantList
  noteTakerId: string
  nextMeetingText: string
  offices: NamedOffice[]
}

/** Fills the fields of the form from a stored meeting. */
export function factFields(meeting: Facts, offices: NamedOffice[]): FactFields {
  const { startsAt, zone } = meeting
  const start = startsAt ? localFields(startsAt, zone) : { day: "", time: "" }
  return {
    ...start,
    zone,
    number: String(meeting.number ?? ""),
    title: meeting.title,
    minutes: String(meeting.minutes ?? ""),
    place: meeting.place,
    joinLink: meeting.joinLink ?? "",
    participantList: meeting.participantList,
    noteTakerId: meeting.noteTakerId ?? "",
    nextMeetingText: meeting.nextMeetingText,
    offices,
  }
}
