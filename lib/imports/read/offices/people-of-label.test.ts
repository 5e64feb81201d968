import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (head: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n${head}\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n1. Lamps\n\nThe lamps were counted.\n\n2. Other\n\nNone.\n`,
    "a.txt",
  )

describe("who stands behind the label of an office", () => {
  test.each([
    "Chair: Ana Lind, as Ben Okoro is ill",
    "Chair = Ana Lind; Vice chair = Ben Okoro; Clerk = Cem Arslan",
    "Meeting chaired remotely: Ana Lind (by phone). In the room: Ben Okoro.",
    "Leading the call: Ana. Scribing: Ben.",
    "Chairman of the Forum: Dora Weiss (apologies)\nChairman of the meeting: Ana Lind",
    "Chair: A. Lind (Ana Lind)",
    "Chair -> Ana Lind\nNotes -> Ben Okoro",
    "Chair.....Ana Lind\nClerk.....Ben Okoro",
    "MC: Ana Lind",
    "Moderator on duty: Ana Lind",
    "Roles – chair: Ana Lind, scribe: Ben Okoro",
    "Présidente de séance : Ana Lind – Secrétaire : Ben Okoro",
    "Video host – Ben Okoro; chair – Ana Lind; scribe – Cem Arslan",
  ])("%j", (head) => {
    expect(read(head).moderators.map(({ value }) => value)).toEqual(["Ana Lind"])
  })

  test("whomever each of them led for", () => {
    const head = "Joint meeting. Chairs: for the Forum, Ana Lind; for the Anglers, Dora Weiss."
    expect(read(head).moderators.map(({ value }) => value)).toEqual(["Ana Lind", "Dora Weiss"])
  })

  test.each([
    ["Hosting: Ana Lind, as Ben Okoro, who was down to host, is ill", ["Ana Lind"]],
    ["Venue: Old Mill (host: Ana Lind)", ["Ana Lind"]],
    ["Anfitriona: Ana Lind; presidencia: Ben Okoro", ["Ana Lind"]],
    ["Venue: Pilot House, by courtesy of the guild, who hosted us.", []],
    ["Hostel: Ana Lind", []],
  ])("%j", (head, hosts) => {
    expect(read(head).hosts.map(({ value }) => value)).toEqual(hosts)
  })
})
