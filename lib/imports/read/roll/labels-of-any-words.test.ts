import { expect, test } from "vitest"
import { readReport } from "../report"

const title = "Minutes of the Quay Circle, 12 May 2022\n\n"
const read = (text: string) => readReport(title + text, "minutes.txt")
const names = (people: readonly { name: string }[]) => people.map(({ name }) => name)

test.each([
  "Round the table: Ana Lind, Ben Okoro and Cem Arslan\nIn bed with a cold: Dora Weiss\n",
  "Present with the right to vote:\n   Ana Lind, chair\n   Ben Okoro\n   Cem Arslan\nKept away and excused:\n   Dora Weiss\n",
  "Taking part:\nHarbour Office (Dr Ana Lind, Ben Okoro); Tides (Cem Arslan)\n\nApologies: Pilots (Ms Dora Weiss)\n",
  "| Nr. | Name | Votes | |\n|---|---|---|---|\n| 1 | Ana Lind | 2 | chair |\n| 2 | Ben Okoro | 1 | |\n| 3 | Cem Arslan | 1 | |\n\nNot able to come: Dora Weiss (12).\n",
  "■ Attendees\n  Chair        Ana Lind\n  Stalls       Ben Okoro\n  Safety       Cem Arslan\n\n■ Absent\n  Accounts     Dora Weiss\n",
])("people are listed in: %s", (text) => {
  const { participants, regrets } = read(`${text}\n1. Lamps\n\nBen reported on the lamps.\n`)
  expect(names(participants)).toEqual(["Ana Lind", "Ben Okoro", "Cem Arslan"])
  expect(names(regrets)).toEqual(["Dora Weiss"])
})

test("names behind the label of a mail or of a signature list nobody", () => {
  const { participants } = read(
    "Distribution: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss\n\n1. Lamps\n\nMended.\n",
  )
  expect(participants).toEqual([])
})

const people = "Present: Ana Lind (Chief Engineer), Ben Okoro (Bosun), Cem Arslan\n\n1. Lamps\n\n"

test.each([
  ["ACTION:  PAINT THE LINE\nBY:      BOSUN\nTARGET:  20 MAY 2022\n", ["Ben Okoro"], "2022-05-20"],
  ["[Homework] Okoro-san: paint the line (by 5/20 Fri)\n", ["Ben Okoro"], "2022-05-20"],
  [
    "Jobs from tonight:\nBen - paint the long line on the quay (Friday 20 May)\n",
    ["Ben Okoro"],
    "2022-05-20",
  ],
])("whose a task is, and by when: %s", (text, owners, due) => {
  expect(read(people + text).actions).toMatchObject([{ owners, due }])
})

test.each([
  ["M: Ana Lind   S: Ben Okoro   That we buy two lamps for the pier.   CARRIED\n", 1],
  ["M: Ana Lind   S: Ben Okoro   That we buy two lamps for the pier.   LOST\n", 0],
  ["The board was of one mind: two lamps are bought.\n", 1],
  ["The board was of many minds: two lamps are dear.\n", 0],
])("what is decided: %s", (text, count) => {
  expect(read(people + text).decisions).toHaveLength(count)
})

test("an office without its article speaks", () => {
  const { mentions } = read(`${people}Chief Engineer replied that the lamps are old.\n`)
  expect(mentions.map(({ name }) => name)).toEqual(["Ana Lind"])
})
