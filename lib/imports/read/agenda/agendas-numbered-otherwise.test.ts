import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { itemsOf } from "../short-minutes"

const FLAT = ["Lamps: discussed", "Pier: not-reached", "Any other business: no-update"]

describe("agendas whose numbers stand otherwise", () => {
  test.each([
    // Brackets around the numbers.
    "Agenda\n\n[1] Lamps\n[2] Pier\n[3] Any other business\n\n[1] Lamps\n\nBen reported on the lamps.\n\n[3] Any other business\n\nNone.\n\n[2] Pier\n\n(Taken last.) Deferred.\n",
    // A bar behind them.
    "1 | Lamps\n\nBen reported on the lamps.\n\n2 | Pier\n\nDeferred.\n\n3 | Any other business\n\nNone.\n",
    // The title below its number.
    "Agenda item 1\nLamps\n\nBen reported on the lamps.\n\nAgenda item 2\nPier\n\nDeferred.\n\nAgenda item 3\nAny other business\n\nNone.\n",
    // Minute numbers that go on from the meeting before.
    "HLG/22/071   Lamps\n\nBen reported on the lamps.\n\nHLG/22/034  The old lamps had been sold.\n\nHLG/22/072   Pier\n\nDeferred.\n\nHLG/22/073   Any other business\n\nNone.\n",
    "MIN. 34/2022   Lamps\n\nBen reported on the lamps.\n\nMIN. 35/2022   Pier\n\nDeferred.\n\nMIN. 36/2022   Any other business\n\nNone.\n",
    // Titles in rows of their own.
    "| Minute | Action |\n| --- | --- |\n| 1. Lamps |  |\n| Ben reported on the lamps, of which three had been out since January. |  |\n| 2. Pier |  |\n| Deferred. |  |\n| 3. Any other business |  |\n| None. |  |\n",
    // A heading of any words above numbers whose titles come again.
    "## Plan for the hour\n\n1. Lamps (10 min)\n2. Pier (5 min)\n3. Any other business (5 min)\n\n## Notes\n\n### 1. Lamps\n\nBen reported on the lamps.\n\n### 2. Pier\n\nDeferred.\n\n### 3. Any other business\n\nNone.\n",
    // A word of any kind in front of the count, and an agenda behind a sentence among numbered paragraphs.
    "## Session 1: Lamps\n\nBen reported on the lamps.\n\n## Session 2: Pier\n\nDeferred.\n\n## Session 3: Any other business\n\nNone.\n",
    "1. The group met in March.\n\n2. The agenda was as follows:\n\n   - Lamps\n   - Pier\n   - Any other business\n\nLamps\n\n3. Ben reported on the lamps.\n\nPier\n\n4. Deferred.\n\nAny other business\n\n5. None.\n",
    // A table without edges, whose titles go over several lines.
    "-------------+---------------------------+------\nItem         | Discussion                | Task\n-------------+---------------------------+------\n1. Lamps     | Ben reported on the       |\n             | lamps.                    |\n             |                           |\n             | Cem asked why.            |\n-------------+---------------------------+------\n2. Pier      | Deferred.                 |\n-------------+---------------------------+------\n3. Any other | None.                     |\nbusiness     |                           |\n-------------+---------------------------+------\n",
    // Titles in front of colons, counted so that none of them need look like a title.
    "1) Lamps: Ben reported on the lamps of the northern mole.\n\n2) Pier: Deferred, as nobody had been there.\n\n3) Any other business: None.\n\n4) DONM: Tuesday 4th April 2023, 7.30pm\n",
    // Leader dots in front of who has an item, and "ad" in front of the numeral.
    "Agenda\n  I.    Lamps ................ Okoro    20'\n  II.   Pier ................. Arslan   30'\n  III.  Any other business ..... all      10'\n\nad I.\nBen reported on the lamps.\n\nad II.\nDeferred.\n\nad III.\nNone.\n",
    // The first heading right below the title.
    "== Lamps (15 min) ==\nBen reported on the lamps.\n\n== Pier ==\nDeferred.\n\n== Any other business ==\nNone.\n",
  ])("%j", (text) => {
    const items = itemsOf(text).filter((item) => !String(item).startsWith("DONM"))
    expect(items.sort()).toEqual([...FLAT].sort())
  })

  test("numbers below a heading whose words do not come again are no agenda", () => {
    const text =
      "## Numbers of the month\n\n1. Visitors: 40\n2. Boats: 12\n\n## Lamps\n\nBen reported on the lamps.\n\n## Pier\n\nCem reported on the pier.\n"
    expect(itemsOf(text)).toContain("Lamps: discussed")
  })

  test("rows of a table with bars between their cells are no headings", () => {
    const text =
      "1. Lamps\n\nBen reported on the lamps.\n\n1 | Lamp 7 | Ben\n2 | Lamp 9 | Cem\n\n2. Pier\n\nCem reported on the pier.\n"
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed"])
  })

  test("old tasks that are numbered by their meeting hide no titles in front of paragraphs", () => {
    const text =
      "1  Old tasks\n\n11-01  Ana Lind to buy rope. Done.\n11-02  Ben Okoro to call the port. Open.\n11-03  Cem Arslan to paint the hut. Open.\n\n2  Lamps\n\n2.1 Bulbs. Ben reported on the bulbs of the northern mole.\n\n2.2 Posts. Cem reported that two posts had rusted.\n\n3  Pier\n\nDeferred.\n"
    expect(itemsOf(text)).toEqual([
      "Old tasks: discussed",
      ["Lamps", ["Bulbs: discussed", "Posts: discussed"]],
      "Pier: not-reached",
    ])
  })

  test("headings among paragraphs that are numbered as they are", () => {
    const text =
      "12.1   LAMPS\n\n12.1.1 Ben reported that the lamps had been out.\n\n12.2   PIER\n\n12.2.1 Northern mole\n\n       Cem reported on the mole.\n\n12.2.2 Southern mole\n\n       Deferred.\n\n12.3   REST\n\n12.3.1 Ben asked for tea.\n"
    expect(itemsOf(text)).toEqual([
      "LAMPS: discussed",
      ["PIER", ["Northern mole: discussed", "Southern mole: not-reached"]],
      "REST: discussed",
    ])
  })

  test("a word that elsewhere labels something is a title between a number and a full stop", () => {
    const text =
      "1. Call to order. The Chair opened the meeting and greeted all.\n\n2. Minutes. Those of the last meeting had been sent out and were approved.\n\n3. State of the pier. Cem reported that the pier had been painted.\n"
    expect(itemsOf(text)).toEqual([
      "Call to order: discussed",
      "Minutes: discussed",
      "State of the pier: discussed",
    ])
  })

  test("the bot of a channel writes its topics between dashes", () => {
    const text =
      "-minutesbot- TOPIC: Lamps\n14:01 <ana> hello everybody\n14:02 <ben> the lamps are out\n14:03 <cem> all of them\n-minutesbot- TOPIC: Pier\n14:05 <ben> it is wet\n14:06 <ana> so it is\n"
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed"])
  })

  test("numbers below a heading, each with text of its own", () => {
    const text =
      "### 1. Lamps\n\nBen reported on the lamps.\n\n### 2. Report of the warden\n\n1. Northern mole\n\n   Cem reported on the mole.\n\n2. Southern mole\n\n   Deferred.\n\n### 3. Rest\n\n1. Tea\n2. Cake\n"
    expect(itemsOf(text)).toEqual([
      "Lamps: discussed",
      ["Report of the warden", ["Northern mole: discussed", "Southern mole: not-reached"]],
      "Rest: discussed",
    ])
  })

  test("motions that are counted are no items", () => {
    const text =
      "## Lamps\n\nBen reported on the lamps.\n\n### Motion 1: New lamps\n\nCarried.\n\n### Motion 2: Old lamps\n\nLost.\n\n### Motion 3: No lamps\n\nLost.\n"
    expect(JSON.stringify(itemsOf(text))).toContain("Motion 2: Old lamps")
  })

  test("minutes behind the greeting of a mail, whose title stands above its day", () => {
    const text =
      "Subject: Safety Board\n\nDear members,\n\nplease find the minutes below, as the server is down again.\n\n# Union of Gliding Clubs\n\n**Minutes of meeting 4/2023**\n\nSaturday, 16 September 2023, 9.30 a.m.\n\n## Attendance\n\nAna Lind, Ben Okoro\n\nCem had excused himself.\n\n## 1. Lamps\n\nBen reported on the lamps.\n\n## 2. Pier\n\nAna reported on the pier.\n"
    const { start, agenda } = readReport(text, "mail.txt")
    expect(start?.value).toMatchObject({ date: "2023-09-16", time: "09:30" })
    expect(agenda.map(({ title }) => title)).toEqual(["Lamps", "Pier"])
  })

  test("a heading beside those of the items ends the last of them", () => {
    const text =
      "## 1. Lamps\n\nBen reported on the lamps.\n\n## 2. Nominations\n\nNone this time.\n\n## Carried over from earlier\n\n- Cem writes a page on the pier, as he said in January\n"
    expect(itemsOf(text).slice(0, 2)).toEqual(["Lamps: discussed", "Nominations: no-update"])
  })

  test("a sentence on an item is no heading of it, and several have one in capitals", () => {
    const text =
      "Agenda\n\n1. Lamps\n2. Pier\n3. Fees\n4. Tea\n\n1. LAMPS\n\nBen reported on the lamps.\n\nITEMS 2-3. PIER AND FEES\n\nCem reported on both.\n\nItem 4 was not reached.\n"
    expect(itemsOf(text)).toEqual([
      "Lamps: discussed",
      "Pier: discussed",
      "Fees: discussed",
      "Tea: not-reached",
    ])
  })

  test("numbered turns are no titles", () => {
    const text =
      "1. Ana Lind: I have seen the lamps and like them.\n\n2. Ben Okoro: So have I, in the evening.\n\n3. Cem Arslan: They are too bright for me.\n\n4. Dora Weiss: Not for those who come late.\n"
    expect(itemsOf(text)).toEqual([])
  })
})
