import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const ITEMS = "Lamps\n   - Ben Okoro counted the lamps.\n"

describe("forms whose fields are counted", () => {
  test.each([
    [" 6-1. ", " 6-2. ", "7. Next meeting: 9 June 2022, 14:00 UTC\n"],
    [" 6.1 ", " 6.2 ", "7. Next meeting: 9 June 2022, 14:00 UTC\n"],
  ])("%j", (first, second, next) => {
    const text = `QUAY COUNCIL\nMinutes of the 3rd meeting\n\n1. Date and time: 12 May 2022, 14:00 UTC\n2. Place: Quay Hall, small room\n3. Chairperson: Ana Lind\n4. Attendance: Ana Lind, Ben Okoro\n5. Absence (told before): Cem Arslan\n6. Matters\n\n${first}${ITEMS}\n${second}Family day\n   - Postponed to the next meeting.\n\n${next}`
    const read = readReport(text, "form.txt")
    expect(read.agenda.map(({ title, coverage }) => [title, coverage])).toEqual([
      ["Lamps", "discussed"],
      ["Family day", "not-reached"],
    ])
    expect(read.moderators.map(({ value }) => value)).toEqual(["Ana Lind"])
    expect(read.participants.map(({ name }) => name)).toEqual(["Ana Lind", "Ben Okoro"])
    expect(read.regrets.map(({ name }) => name)).toEqual(["Cem Arslan"])
  })

  test("but items that begin with who was there keep their numbers", () => {
    const text = `Quay Council, 12 May 2022\n\n1. Attendance\nAna Lind, Ben Okoro\n\n2. Apologies\nCem Arslan\n\n3. Lamps\nBen counted the lamps.\n\n4. Fees\nNo news.\n`
    expect(readReport(text, "form.txt").agenda.map(({ title }) => title)).toEqual([
      "Attendance",
      "Apologies",
      "Lamps",
      "Fees",
    ])
  })
})

test("tasks that are counted with the number of the meeting are no items", () => {
  const text = `Quay Council, call no. 41, 12 May 2022\nPresent: Ana Lind, Ben Okoro\n\n1. Lamps\n\nBen counted the lamps.\n\nAI 41-1: Ana Lind to buy a lamp\n\n2. Fees\n\nAna said they go up.\n\nAI 41-2: Ben Okoro to tell the members\n\nAI 41-3: Ana Lind to ask the bank\n\n3. Ropes\n\nNo news.\n`
  expect(readReport(text, "tasks.txt").agenda.map(({ title }) => title)).toEqual([
    "Lamps",
    "Fees",
    "Ropes",
  ])
})

test("a title that stands further out than what is said below it is none of its margin's paragraph", () => {
  const far = " ".repeat(50)
  const text = `Quay Council, 12 May 2022\nPresent: Ana Lind, Ben Okoro (BO)\n\n${far}${far.slice(38)}ACTION\n\n31/1  LAMPS\n      Ana Lind said that the third lamp is out and that\n      nobody has a ladder. Ben Okoro to buy one.      ${far.slice(42)}BO\n\n31/2  FEES\n      Ana Lind said that the bank wants them higher.\n\n31/3  ROPES\n      No news.\n`
  expect(readReport(text, "margin.txt").agenda.map(({ title }) => title)).toEqual([
    "LAMPS",
    "FEES",
    "ROPES",
  ])
})
