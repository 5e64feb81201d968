import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const moderatorsOf = (head: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n${head}\n\n1. Lamps\n\nThe lamps were counted.\n\n2. Other\n\nNone.\n`,
    "a.txt",
  ).moderators.map(({ value }) => value)

describe("who led a meeting, told in its head", () => {
  test.each([
    "Sis. Ana Lind (Chair)\n\nPresent: Ana Lind, Ben Okoro",
    "Facilitator: AL\n\nPresent: Ana Lind, Ben Okoro",
    "(Chair: Ana Lind; minutes: Ben Okoro)\n\nPresent: Ana Lind, Ben Okoro",
    "Present:\nAna Lind (chair)\nBen Okoro (President)\nCem Arslan – AC Chair",
    "The meeting was facilitated by Ana Lind, notes by Ben Okoro.\n\nPresent: Ana Lind, Ben Okoro",
  ])("%s", (head) => {
    expect(moderatorsOf(head)).toEqual(["Ana Lind"])
  })

  test("letters that two people have name nobody", () => {
    expect(moderatorsOf("Facilitator: AL\n\nPresent: Ana Lind, Aino Laine")).toEqual([])
  })

  test("brackets around the fields of the head are no part of a name", () => {
    const { participants } = readReport(
      "# Quay minutes, 3 March 2022\n\n(Chair: Ana Lind; minutes: Ben Okoro)\n\nPresent: Ana Lind, Ben Okoro\n\n## Lamps\n\nThe lamps were counted.\n",
      "x.md",
    )
    expect(participants.map(({ name }) => name)).toEqual(["Ana Lind", "Ben Okoro"])
  })
})

test("what somebody did as chair is told of the meeting", () => {
  const text = (said: string) =>
    `# Quay minutes, 3 March 2022\n\nPresent: Ana Lind, Ben Okoro\n\n## Opening\n\n${said}\n\n## Lamps\n\nThe lamps were counted.\n`
  const led = (said: string) => readReport(text(said), "x.md").moderators.map(({ value }) => value)
  expect(led("As chairperson, Ana Lind conducted the meeting.")).toEqual(["Ana Lind"])
  expect(led("As charity trustee, Ana Lind thanked the donors.")).toEqual([])
})
