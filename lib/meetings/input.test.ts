import { expect, test } from "vitest"
import { editAgendaInput, recordAttendanceInput, scheduleMeetingInput } from "./input"

const bare = {
  groupId: "7a3f6f0e-52a5-4d49-8f0e-0d8ad1b1c002",
  zone: "UTC",
  participantList: "annexed",
}
const keysOf = (change: Record<string, unknown>) => {
  const parsed = scheduleMeetingInput.safeParse({ ...bare, ...change })
  const issues = parsed.success ? [] : parsed.error.issues
  return Object.fromEntries(issues.map((issue) => [issue.path.join("."), issue.message]))
}

test("nothing but the zone and the kind of list has to be said", () => {
  expect(scheduleMeetingInput.parse(bare)).toEqual({
    ...bare,
    number: null,
    title: "",
    day: null,
    time: null,
    minutes: null,
    place: "",
    joinLink: null,
    noteTakerId: null,
    offices: [],
    addPeople: false,
  })
})

test("empty fields are nothing, and rows without a name are left out", () => {
  const parsed = scheduleMeetingInput.parse({
    ...bare,
    number: " ",
    minutes: "90",
    joinLink: "",
    addPeople: "on",
    offices: [
      { personId: "", name: " Ilva  ", kind: "chair", capacity: "" },
      { personId: "", name: " ", kind: "host", capacity: "" },
    ],
  })
  expect(parsed).toMatchObject({ number: null, minutes: 90, joinLink: null, addPeople: true })
  expect(parsed.offices).toEqual([{ personId: null, name: "Ilva", kind: "chair", capacity: "" }])
})

test("each field that does not fit says so in its own words", () => {
  expect(
    keysOf({
      number: "33rd",
      zone: "Rome",
      minutes: "0",
      day: "3 March",
      time: "1 p.m.",
      joinLink: "http://example.org",
    }),
  ).toEqual({
    number: "meeting.number",
    zone: "meeting.zone",
    minutes: "meeting.length",
    day: "meeting.day",
    time: "meeting.time",
    joinLink: "meeting.link",
  })
  expect(keysOf({ joinLink: "javascript:alert(1)" })).toEqual({ joinLink: "meeting.link" })
})

test("an agenda and an attendance come as rows", () => {
  const meetingId = "7a3f6f0e-52a5-4d49-8f0e-0d8ad1b1c001"
  const { items } = editAgendaInput.parse({
    meetingId,
    revision: "2",
    items: [{ id: "", depth: "1", title: "A", minutes: "15", coverage: "no-update" }],
  })
  expect(items).toEqual([
    { id: null, depth: 1, title: "A", presenter: "", minutes: 15, coverage: "no-update" },
  ])
  const { seats } = recordAttendanceInput.parse({
    meetingId,
    revision: "2",
    seats: [{ personId: meetingId, kind: "", capacity: "Co-chair" }],
  })
  expect(seats).toEqual([{ personId: meetingId, kind: null, capacity: "Co-chair" }])
})
