import { expect, test } from "vitest"
import { readReport } from "../report"

const read = (head: string) =>
  readReport(`Harbour Light Group\n\n${head}\n\n1. Lamps\n\nBen reported on the lamps.\n`, "a.txt")

test("rows of dots lead from a label to its value", () => {
  const { moderators, start, participants } = read(
    "DATE ............ 3 March 2022\nTIME OPENED ..... 14:00 UTC\nPRESIDED BY ..... Ana Lind\nPRESENT ......... Ana Lind, Ben Okoro",
  )
  expect(moderators.map(({ value }) => value)).toEqual(["Ana Lind"])
  expect(start?.value.date).toBe("2022-03-03")
  expect(participants.map(({ name }) => name)).toEqual(["Ana Lind", "Ben Okoro"])
})

test("the page of an entry of the agenda is none of its words", () => {
  const { agenda } = read("Agenda\n\n1. Lamps ........ 3\n2. Boats ........ 5")
  expect(agenda.map(({ title }) => title)).toEqual(["Lamps", "Boats"])
})
