import { describe, expect, test } from "vitest"
import { itemsOf } from "../short-minutes"

describe("lists that are set in", () => {
  test.each([
    "- Boat house\n  - Ben reported on the roof.\n  - Cem asked for two offers.\n- Tide tables\n  - They were printed too late again.\n- Lottery\n  - Nothing to report.\n",
    "1. Boat house\n   - Ben reported on the roof.\n   - Cem asked for two offers.\n2. Tide tables\n   - They were printed too late again.\n3. Lottery\n   - Nothing to report.\n",
    "## Notes\n\n* Boat house\n    * Ben: the roof leaks above the stairs\n    * Cem asked for two offers.\n\n* Tide tables\n    * They were printed too late again.\n\n* Lottery\n    * Nothing to report.\n",
  ])("%j", (text) => {
    expect(itemsOf(text)).toEqual([
      "Boat house: discussed",
      "Tide tables: discussed",
      "Lottery: no-update",
    ])
  })

  test("entries below a topic are topics where all are short and have more below them", () => {
    const text =
      "- Reports\n  - Boat house\n    - Ben reported on the roof.\n  - Lamps\n    - Cem bought two of them.\n- Fees\n  - It was asked whether they are too high.\n- Newcomers\n  - Dara Quill (Tidewater)\n  - Emil Voss (Tidewater)\n- Rest\n  - Ben asked for tea again.\n"
    expect(itemsOf(text)).toEqual([
      ["Reports", ["Boat house: discussed", "Lamps: discussed"]],
      "Fees: discussed",
      "Newcomers: discussed",
      "Rest: discussed",
    ])
  })

  test.each([
    "- Ben Okoro\n  - He mended the roof of the shed.\n- Cem Arslan\n  - He bought two lamps for the quay.\n- Ana Lind\n  - She wrote to the harbour master.\n",
    "- Ben\n  - He mended the roof of the shed.\n- Cem\n  - He bought two lamps for the quay.\n- Ana\n  - She wrote to the harbour master.\n",
  ])("what people did, below their names, makes them no items: %j", (text) => {
    expect(itemsOf(text)).toEqual([])
  })

  test("a list that Markdown counts", () => {
    const text =
      "## Agenda\n\n1. Lamps\n1. Pier\n    1. Ramp\n    1. Steps\n1. Rest\n\n## Notes\n\n### Lamps\n\nBen reported on the lamps.\n\n### Pier\n\n#### Ramp\n\nDeferred.\n\n#### Steps\n\nCem counted them.\n\n### Rest\n\nNone.\n"
    expect(itemsOf(text)).toEqual([
      "Lamps: discussed",
      ["Pier", ["Ramp: not-reached", "Steps: discussed"]],
      "Rest: no-update",
    ])
  })
})

describe("headings and what is none", () => {
  test("below a heading that frames them, beside which stands no item", () => {
    const text =
      "## Recording\n\nIt is on the site.\n\n## Summary\n\n### Lamps\n\nBen reported on the lamps.\n\n### Pier\n\nDeferred.\n"
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: not-reached"])
  })

  test("a heading that comes again below one item after the other is a part of each", () => {
    const text =
      "## Lamps\n\nBen reported on the lamps.\n\n### Outcome\n\nTwo are bought.\n\n## Pier\n\nCem spoke.\n\n### Outcome\n\nNone yet.\n\n## Rest\n\nBen asked for tea.\n\n### Tea\n\nIt was too cold.\n"
    expect(itemsOf(text)).toEqual([
      "Lamps: discussed",
      "Pier: discussed",
      ["Rest", ["Tea: discussed"]],
    ])
  })

  test("fields of the meeting are no item, what was said is", () => {
    const text =
      "### Times\n\n- Opened: 13:05\n- Closed: 14:20\n\n### Lamps\n\nBen reported on the lamps.\n\n### Prices\n\n- Lamps: two crowns\n- Tea: free\n"
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Prices: discussed"])
  })

  test("a heading further out behind the first of those further in", () => {
    const text =
      "### Lamps\n\nBen reported on the lamps.\n\n## Old business\n\n### Pier\n\nCem reported on the pier.\n\n## Rest\n\nNone.\n"
    expect(itemsOf(text)).toEqual([
      "Lamps: discussed",
      ["Old business", ["Pier: discussed"]],
      "Rest: no-update",
    ])
  })

  test("titles that stand alone in blocks of code", () => {
    const text =
      "```\nLAMPS\n```\n\nBen reported on the lamps.\n\n```\nPIER\n```\n\nDeferred.\n\n```\nREST\n```\n\nNone.\n"
    expect(itemsOf(text)).toEqual(["LAMPS: discussed", "PIER: not-reached", "REST: no-update"])
  })

  test("bare headings above bare headings", () => {
    const text =
      "Committee reports\n\nLamps\nBen reported on the lamps of the whole quay.\n\nRamp\nDeferred.\n\nNew business\n\nPier\nCem presented the plans, and there were questions.\n\nAdjournment\nThe meeting ended at nine.\n"
    expect(itemsOf(text)).toEqual([
      ["Committee reports", ["Lamps: discussed", "Ramp: not-reached"]],
      ["New business", ["Pier: discussed"]],
      "Adjournment: discussed",
    ])
  })

  test("one item without text gathers nothing", () => {
    const text =
      "Lamps\n\nBen reported on the lamps of the whole quay.\n\nRamp\n\nPier\n\nCem presented the plans, and there were questions.\n\nSteps\n\nThey were counted, and there are nine.\n"
    expect(itemsOf(text)).not.toContainEqual(["Ramp", expect.anything()])
  })
})

describe("reports of several", () => {
  test("each entry begins with what it is on", () => {
    const text =
      "## Committee reports\n\n- Lamps: Ben reported that two of them are bought.\n- Boat house and pier: nothing to report\n\n## Fees\n\nCem spoke.\n"
    expect(itemsOf(text)).toEqual([
      ["Committee reports", ["Lamps: discussed", "Boat house and pier: no-update"]],
      "Fees: discussed",
    ])
  })

  test("or with who has the floor", () => {
    const text =
      "## Officer reports\n\n- Ben: two lamps are bought.\n- CA: nothing to report\n\n## Fees\n\nCem spoke.\n"
    expect(itemsOf(text)).toEqual(["Officer reports: discussed", "Fees: discussed"])
  })
})

describe("numbers", () => {
  test.each([
    "1. Lamps.\n\nBen reported on the lamps.\n\n2. Pier.\n\nDeferred.\n\n3. Other matters.\n\nNone.\n",
    "Item 31/13: Lamps:\nBen reported on the lamps.\n\nItem 32/13: Pier:\nDeferred.\n\nItem 33/13: Other matters:\nNone.\n",
    "83. Lamps\n• Ben reported on the lamps.\n84. Pier\n• Deferred.\n85. Other matters\n• None\n",
    "0. Lamps\n\nBen reported on the lamps.\n\n1. Pier\n\nDeferred.\n\n2. Other matters\n\nNone.\n",
    "Actions\n\nAction: Ben to buy lamps\n\nNotes\n\n1. Lamps\n\n· Ben reported on the lamps.\n\n2. Pier\n\n· Deferred.\n\n3. Other matters\n\n· None.\n",
  ])("%j", (text) => {
    expect(itemsOf(text)).toEqual([
      expect.stringMatching(/^Lamps: d/),
      expect.stringMatching(/^Pier: not-reached/),
      expect.stringMatching(/^Other matters: no-update/),
    ])
  })

  test("titles in front of what runs on behind counted lines, or behind some of them", () => {
    const text =
      "I. Call to order - Ben opened the evening at six.\n\nII. Guests - Dara Quill, Tidewater\n\nIII. Old business\nA. Lamps - Ben reported on the lamps.\nB. Pier - Tabled.\n\nIV. Fees - None\n"
    expect(itemsOf(text)).toEqual([
      "Call to order: discussed",
      "Guests: discussed",
      ["Old business", ["Lamps: discussed", "Pier: not-reached"]],
      "Fees: no-update",
    ])
  })

  test("a title with a colon above its text stays whole", () => {
    const text =
      "1. Welcome: Ana opened the call.\n\n2. Draft 18: Recycling of Lamps\n\nBen spoke.\n\n3. Draft 19: Contacts\n\nCem spoke.\n\n4. Rest: None\n"
    expect(itemsOf(text)[1]).toBe("Draft 18: Recycling of Lamps: discussed")
  })

  test("bare titles right below a number", () => {
    const text =
      "41. Matters arising\nRoad through the yard\nVans keep using the towpath as a short cut, and nobody stops them.\n\nBins\nBen reported that there is less litter since the trial in the yard.\n\n42. Fees\nCem reported on the fees, which stay as they are for another year.\n\n43. Rest\nNone.\n"
    expect(itemsOf(text)).toEqual([
      ["Matters arising", ["Road through the yard: discussed", "Bins: discussed"]],
      "Fees: discussed",
      "Rest: no-update",
    ])
  })

  test("an item that was taken without standing on the agenda", () => {
    const text =
      "### Contents\n\n- Lamps\n- Pier\n- Tea\n\n### 0. Minutes\n\nThey were approved.\n\n### 1. Lamps\n\nBen reported on the lamps.\n\n### 2. Pier\n\nDeferred.\n\n### 3. Tea\n\nNone.\n"
    expect(itemsOf(text)).toEqual([
      "Minutes: discussed",
      "Lamps: discussed",
      "Pier: not-reached",
      "Tea: no-update",
    ])
  })

  test("what became of an item in a column of the agenda", () => {
    const text =
      "| Topic | Owner | Decision / next step |\n|---|---|---|\n| Lamps | Ben | Bought: two of them |\n| Pier | Cem | No time |\n| Tea | Ana | |\n"
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: not-reached", "Tea: not-recorded"])
  })
})
