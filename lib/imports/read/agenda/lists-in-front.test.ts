import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const head = `Harbour Light Group
Meeting 12, 3 March 2022, 14:00 UTC

Chair: Ana Lind
Present: Ana Lind, Ben Okoro, Cem Arslan

`
type Item = { title: string; coverage: string; children: Item[] }
const itemOf = ({ title, coverage, children }: Item): string =>
  `${title}: ${coverage}${children.length > 0 ? ` [${children.map(itemOf).join(", ")}]` : ""}`
const itemsOf = (text: string) => readReport(head + text, "agenda.txt").agenda.map(itemOf)

const LAMPS = "Ben reported on the lamps of the whole quay."
const FLAT = [
  "New lamps: discussed",
  "Pier of the ferry: not-reached",
  "Any other business: no-update",
]

describe("an agenda under any heading", () => {
  test.each([
    `BUSINESS OF THE DAY (as mailed)\n\n1. New lamps\n2. Pier of the ferry\n3. Any other business\n\nAna opened the meeting.\n\n1. LAMPS\n\n${LAMPS}\n\n2. THE PIER\n\nDeferred.\n\n3. OTHER BUSINESS\n\nNone.\n`,
    `1) New lamps\n2) Pier of the ferry\n3) Any other business\n\n1) THE LAMPS\n\n${LAMPS}\n\n2) THE PIER\n\nDeferred.\n\n3) AOB\n\nNone.\n`,
    `What we had set out to do:\n\n- New lamps\n- Pier of the ferry\n- Any other business\n\nLAMPS\n\n${LAMPS}\n\nTHE PIER\n\nDeferred.\n\nOTHER BUSINESS\n\nNone.\n`,
    `QUESTIONS\n\n1. New lamps\n2. Pier of the ferry\n3. Any other business\n\nON QUESTION 1\n\n${LAMPS}\n\nON QUESTION 2\n\nDeferred.\n\nON QUESTION 3\n\nNone.\n`,
    `Orden del día: 1. New lamps  2. Pier of the ferry\n3. Any other business\n\n1. Lamps\n\n${LAMPS}\n\n2. Pier\n\nDeferred.\n\n3. Any other business\n\nNone.\n`,
    `Business: New lamps; Pier of the ferry; Any other business.\n\nLAMPS - ${LAMPS}\n\nPIER - Deferred.\n\nOTHER BUSINESS - There was none this time.\n`,
    `Agenda\n\n1. New lamps\n2. Pier of the ferry\n3. Any other business\n\n1. ${LAMPS}\n\n3. None.\n\n2. Deferred.\n`,
    `Agenda\n\nI. New lamps\nII. Pier of the ferry\nIII. Any other business\n\n7. Lamps. ${LAMPS}\n\n8. Pier. Deferred.\n\n9. Other business. None.\n`,
  ])("%j", (text) => {
    expect(itemsOf(text)).toEqual(FLAT)
  })

  test("counts within a year that are filled up with noughts", () => {
    const text = `04/21  NEW LAMPS\n\n${LAMPS}\n\n05/21  PIER OF THE FERRY\n\nDeferred.\n\n06/21  ANY OTHER BUSINESS\n\nThere was none.\n`
    expect(itemsOf(text)).toEqual([
      "NEW LAMPS: discussed",
      "PIER OF THE FERRY: not-reached",
      "ANY OTHER BUSINESS: no-update",
    ])
  })

  test("sub-items behind bold words, together, and in a sentence of the item above", () => {
    const text = `Agenda\n\nI. New lamps\n   a. Colour of the glass\n   b. Price of the lamps\nII. Pier of the ferry\nIII. Any other business\n\nII and III. Both were carried over to June.\n\nI (a). ${LAMPS}\n\nI (b). Deferred.\n`
    expect(itemsOf(text)).toEqual([
      "New lamps: discussed [Colour of the glass: discussed, Price of the lamps: not-reached]",
      "Pier of the ferry: not-reached",
      "Any other business: not-reached",
    ])
    const within = `Agenda\n\n1. Lamps\n   a. Colour of the glass\n   b. Price of the lamps\n2. Pier\n\n1. Lamps\n\nBen showed three panes.\n\nOn the price of the lamps there was nothing new.\n\n2. Pier\n\nDeferred.\n`
    expect(itemsOf(within)).toEqual([
      "Lamps: discussed [Colour of the glass: discussed, Price of the lamps: no-update]",
      "Pier: not-reached",
    ])
  })

  test.each([
    // A list of papers, of people, or of what is to be done before the first item.
    `Papers before the meeting:\n\n- Letter of the bank\n- Plan of the quay\n- Bill of the smith\n\n1. Lamps\n\n${LAMPS}\n\n2. Pier\n\nDeferred.\n`,
    `Those on the line:\n\n1. Dora Engel\n2. Emil Frost\n3. Finn Gade\n\n1. Lamps\n\n${LAMPS}\n\n2. Pier\n\nDeferred.\n`,
  ])("no agenda: %j", (text) => {
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: not-reached"])
  })

  test("a heading with words of two titles is neither's", () => {
    const text = `Agenda\n\n1. Lamps of the north pier\n2. Lamps of the south pier\n3. Boats\n\n## Lamps\n\n${LAMPS}\n\n## Boats\n\nNone.\n`
    expect(itemsOf(text)).toEqual([
      "Lamps of the north pier: not-recorded",
      "Lamps of the south pier: not-recorded",
      "Boats: no-update",
    ])
  })
})
