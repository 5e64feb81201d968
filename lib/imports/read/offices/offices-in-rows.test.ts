import { describe, expect, test } from "vitest"
import { officesInRows } from "./offices-in-rows"

const told = (...rows: string[]) =>
  officesInRows(rows).map(({ name, office }) => `${office} = ${name}`)

describe("offices in rows of the head", () => {
  test.each([
    ["Chair Ana Lind, secretary Ben Okoro", ["Chair = Ana Lind", "secretary = Ben Okoro"]],
    [
      "Chairman: Mr. Ben Okoro; Vice-Chairman: Ms. Ana Lind",
      ["Chairman = Ben Okoro", "Vice-Chairman = Ana Lind"],
    ],
    [
      "Dean: Ben Okoro. Under-dean: Ana Lind. Purse-keeper: Maia Rangi.",
      ["Dean = Ben Okoro", "Under-dean = Ana Lind", "Purse-keeper = Maia Rangi"],
    ],
    ["Attendance: B. Okoro (Lot 3), M. Rangi (Lot 8); manager: Ana Lind", ["manager = Ana Lind"]],
    ["Convenor Ms. Ana Lind; experts Mr. Ben Okoro, Ms. Maia Rangi", ["Convenor = Ana Lind"]],
  ])("%s", (row, offices) => {
    expect(told(row)).toEqual(offices)
  })

  test("a label that is no known office, in the row below one", () => {
    expect(told("Safety officer: Ana Lind", "Engine: Ben Okoro")).toEqual([
      "Safety officer = Ana Lind",
      "Engine = Ben Okoro",
    ])
  })

  test.each([
    "Lamps: Ben Okoro",
    "Present: Ana Lind",
    "Present: Ana Lind, Ben Okoro",
    "Directors: Ana Lind, Ben Okoro",
    "The lamps were mended by Ben Okoro.",
    "The secretary Ana Lind wrote to them.",
  ])("none in %s", (row) => {
    expect(told(row)).toEqual([])
  })
})
