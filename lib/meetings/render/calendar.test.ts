import ICAL from "ical.js"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { reports } from "@/db/schema/reports"
import { cancelMeeting } from "../cancel"
import { editMeeting } from "../edit"
import { factFields } from "../form-fields"
import { cancelMeetingInput, editMeetingInput } from "../input"
import { findPublicCalendar } from "../public-queries"
import { renderCalendar } from "./calendar"

const { owner } = await testDatabase()
const group = await makeGroup(owner, { shortName: "WG-Strategy; é" })
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
const secret = "https://calls.example.org/secret"
const arrange = (given = {}) =>
  arrangeMeeting(owner, { groupId: group.id, joinLink: secret, minutes: 90, ...given })
const publish = (meeting: { id: string; number: number | null }, facts: object) =>
  owner.insert(reports).values({
    groupId: group.id,
    meetingId: meeting.id,
    number: meeting.number ?? 1,
    version: 1,
    content: {
      meeting: { number: meeting.number ?? 1, title: "", place: "online", minutes: 60, ...facts },
    },
    sha256: "0".repeat(64),
    minutesRevision: 1,
    publishedAt: new Date("2022-01-02T00:00:00Z"),
    publishedBy: chair.personId,
  })

const held = await arrange({ number: 30, startsAt: new Date("2022-01-01T13:00:00Z") })
const archived = await arrange({
  number: 12,
  fromArchive: true,
  title: "Corrected since, and not published",
  startsAt: new Date("2020-05-05T13:00:00Z"),
})
await publish(archived, { title: "As published", startsAt: "2020-05-04T13:00:00Z" })
await arrange({
  number: 13,
  fromArchive: true,
  title: "Draft from a file",
  startsAt: new Date("2020-06-01T13:00:00Z"),
})
await arrange({ number: 62, title: "Without a date" })
const unnumbered = await arrange({
  title: "Not announced yet",
  startsAt: new Date("2199-05-01T13:00:00Z"),
})
const next = await arrange({
  number: 61,
  title:
    "Plan, outline; and a name that is much longer than the seventy-five octets of one line, ünïcode",
  startsAt: new Date("2199-03-17T13:00:00Z"),
  zone: "Europe/Rome",
  place: "online",
})

async function read(locale: "en" | "fr" = "en") {
  const found = await findPublicCalendar(group.slug)
  if (!found) throw new Error("The group has no calendar")
  const text = renderCalendar(found, locale)
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each))
  const of = (id: string) => {
    const event = events.find(({ uid }) => uid === `${id}@localhost`)
    if (!event) throw new Error(`The calendar has no ${id}`)
    return event
  }
  return { text, calendar, events, of }
}
const value = (event: ICAL.Event, name: string) =>
  String(event.component.getFirstPropertyValue(name))

test("a calendar program reads what is announced and what is published, and nothing else", async () => {
  const { text, calendar, events } = await read()
  expect(events.map(({ summary }) => summary)).toEqual([
    "WG-Strategy; é, Meeting 12: As published",
    "WG-Strategy; é, Meeting 30",
    `WG-Strategy; é, Meeting 61: ${next.title}`,
  ])
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("WG-Strategy; é")
  expect(text).not.toContain("calls.example.org")
  expect(text).not.toContain("Corrected since")
  expect(text).not.toContain("Draft from a file")
  for (const line of text.split("\r\n"))
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
})

test("times are instants in UTC, and the address is that of the public page", async () => {
  const { of, text } = await read()
  const event = of(next.id)
  expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone)
  expect(event.startDate.toJSDate()).toEqual(new Date("2199-03-17T13:00:00Z"))
  expect(event.endDate.toJSDate()).toEqual(new Date("2199-03-17T14:30:00Z"))
  expect(event.location).toBe("online")
  expect(value(event, "url")).toBe(`http://localhost:3000/${group.slug}/meetings/61`)
  expect(text).not.toContain("TZID")
  // Between the call and its report no page stands at the number.
  expect(value(of(held.id), "url")).toBe(`http://localhost:3000/${group.slug}/meetings`)
  expect(of(archived.id).endDate.toJSDate()).toEqual(new Date("2020-05-04T14:00:00Z"))
  const { until } = (await findPublicCalendar(group.slug)) ?? {}
  expect(until, "when the address will be another by the clock").toEqual(
    new Date("2199-03-17T14:30:00Z"),
  )
})

test("the same meetings give the same bytes, in another language other words", async () => {
  expect((await read()).text).toBe((await read()).text)
  const french = (await read("fr")).of(next.id)
  expect(french.summary).toContain("Réunion 61")
  expect(value(french, "url")).toBe(`http://localhost:3000/fr/${group.slug}/meetings/61`)
})

test("a change keeps the UID and raises the sequence; a cancelled call stays, as cancelled", async () => {
  const before = (await read()).of(next.id)
  const fields = { ...factFields(next, []), time: "15:00" }
  const form = { meetingId: next.id, revision: next.revision, ...fields }
  await editMeeting(chair, editMeetingInput.parse(form))
  const changed = (await read()).of(next.id)
  expect(changed.uid).toBe(before.uid)
  expect(changed.sequence).toBeGreaterThan(before.sequence)
  expect(changed.startDate.toJSDate()).toEqual(new Date("2199-03-17T14:00:00Z"))
  await cancelMeeting(
    chair,
    cancelMeetingInput.parse({
      meetingId: next.id,
      revision: 2,
      reason: "Personal reasons of a member",
      freeNumber: "on",
    }),
  )
  const { of, text } = await read()
  const cancelled = of(next.id)
  expect(value(cancelled, "status")).toBe("CANCELLED")
  expect(value(of(held.id), "status")).toBe("CONFIRMED")
  expect(cancelled.sequence).toBeGreaterThan(changed.sequence)
  expect(cancelled.summary).toContain("WG-Strategy; é, Call")
  expect(text).not.toContain("Personal reasons")
})

test("of a call that never had a number the world hears nothing, not even that it is cancelled", async () => {
  expect((await read()).text).not.toContain("Not announced yet")
  await cancelMeeting(
    chair,
    cancelMeetingInput.parse({ meetingId: unnumbered.id, revision: 1, reason: "Nobody could." }),
  )
  const { text, of } = await read()
  expect(text).not.toContain("Not announced yet")
  expect(text).not.toContain(unnumbered.id)
  expect(value(of(next.id), "status"), "the one that was announced").toBe("CANCELLED")
})

test("a group without meetings has an empty calendar, and no group has none", async () => {
  const empty = await makeGroup(owner)
  const found = await findPublicCalendar(empty.slug)
  expect(found?.meetings).toEqual([])
  expect(found && ICAL.parse(renderCalendar(found, "en"))[0]).toBe("vcalendar")
  expect(await findPublicCalendar("wg-unknown")).toBeNull()
})
