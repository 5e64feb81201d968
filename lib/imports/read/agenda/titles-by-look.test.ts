import { describe, expect, test } from "vitest"
import { itemsIn, itemsOf } from "../short-minutes"

describe("a report without empty lines", () => {
  const FRONT = "Harbour committee\n3 May 2022\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n"

  test("short lines above text are its headings, whatever they sound like", () => {
    const text = `${FRONT}The meeting was opened at 19.00 by Ana Lind, who thanked everybody for coming.\nTide Tables\nBen reported that they were printed too late again this year.\nRoof of the shed\n- Slates – two have gone since the storm, Cem has a ladder.\n- Gutter – it was cleaned in April and is blocked again.\nParking\nCem measured the yard again, since the letter cannot be found.\nAna closed the meeting.\n`
    expect(itemsIn(text)).toEqual([
      "Tide Tables: discussed",
      ["Roof of the shed", ["Slates: discussed", "Gutter: discussed"]],
      "Parking: discussed",
    ])
  })

  test("those who speak are none", () => {
    const text = `${FRONT}The meeting was opened at 19.00 by Ana Lind, who thanked everybody for coming.\nBen Okoro\nHe reported that the tables were printed too late again this year.\nCem Arslan\nHe found that the shed needs a roof before the winter comes.\nAna Lind\nShe closed the meeting.\n`
    expect(itemsIn(text)).toEqual([])
  })
})

describe("bullets with a title in front of a dash", () => {
  test("are items below a heading", () => {
    const text =
      "## Old business\n\n- Boat house – Ben reported that the roof leaks.\n- Lamps – two were bought at the fair in May.\n\n## New business\n\nCem asked for tea.\n"
    expect(itemsOf(text)).toEqual([
      ["Old business", ["Boat house: discussed", "Lamps: discussed"]],
      "New business: discussed",
    ])
  })

  test("are none where people or handles stand there", () => {
    const text =
      "## Reports\n\n- Ben Okoro – the roof leaks above the stairs again.\n- Cem Arslan – two lamps were bought at the fair.\n\n## Rest\n\nCem asked for tea.\n"
    expect(itemsOf(text)).toEqual(["Reports: discussed", "Rest: discussed"])
  })
})

describe("lists that were pasted", () => {
  test("count on where each heading has the first number", () => {
    const text =
      "  1. Lamps\n\nBen reported on the lamps.\n\n  1. Pier\n\nCem counted the steps.\n\n  1. Rest\n\nNone.\n"
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed", "Rest: no-update"])
  })

  test("headings with a colon above what is set in", () => {
    const text =
      "- Reports:\n  - Boat house\n    - Ben reported on the roof.\n  - Rest:\n- Fees:\n  - It was asked whether they are too high.\n- Tea\n  - Ben asked for it again.\n"
    expect(itemsOf(text)).toEqual([
      ["Reports", ["Boat house: discussed", "Rest: not-recorded"]],
      "Fees: discussed",
      "Tea: discussed",
    ])
  })

  test("a heading above a rule, right below another line", () => {
    const text =
      "The last minutes are on the site.\nLamps again\n-----------\n\nBen reported on the lamps.\n\nThe pier\n--------\n\nCem counted the steps.\n"
    expect(itemsOf(text)).toEqual(["Lamps again: discussed", "The pier: discussed"])
  })
})

describe("what stands in brackets behind most titles", () => {
  test.each([
    ["(BO)", "(CA, AL)", "(BO)"],
    ["[Okoro, H2/11-072]", "[Arslan]", "[H2/11-080]"],
    ["(B.Okoro)", "(C.Arslan)", "(All)"],
  ])("%s %s %s is no part of them", (one, two, three) => {
    const text = `1. Lamps ${one}\n\nBen reported on the lamps.\n\n2. Pier ${two}\n\nCem counted the steps.\n\n3. Rest ${three}\n\nNone.\n`
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed", "Rest: no-update"])
  })

  test("a short name for the title is one", () => {
    const text =
      "1. Lamp Fund (LF)\n\nBen reported on it.\n\n2. Pier Repair Group (PRG)\n\nCem counted the steps.\n\n3. Tide Table Board (TTB)\n\nNone.\n"
    expect(itemsOf(text)).toEqual([
      "Lamp Fund (LF): discussed",
      "Pier Repair Group (PRG): discussed",
      "Tide Table Board (TTB): no-update",
    ])
  })
})
