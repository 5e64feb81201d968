import { describe, expect, test } from "vitest"
import { itemsOf } from "../short-minutes"

const LAMPS = "Ben reported that the third lamp is out."
const PIER = "Ana said that the diver found a rotten pile."
const all = ["Lamps: discussed", "Pier: discussed", "Fees: no-update"]

describe("counts that are no plain numbers", () => {
  test.each([
    `First: Lamps\n${LAMPS}\n\nSecond: Pier\n${PIER}\n\nThird: Fees\nNo news.\n`,
    `Agenda: FIRST, Lamps (10 min). SECOND, Pier (5 min). THIRD, Fees (5 min).\n\nFIRST. ${LAMPS}\n\nSECOND. ${PIER}\n\nTHIRD. No news.\n`,
    `Agenda: 1st: Lamps. 2nd: Pier. 3rd: Fees.\n\n1st. ${LAMPS}\n\n2nd. ${PIER}\n\n3rd. No news.\n`,
    `Agenda: ① Lamps ② Pier ③ Fees\n\n① ${LAMPS}\n\n② ${PIER}\n\n③ No news.\n`,
    `We took these in turn:\n\n  [A] Lamps\n  [B] Pier\n  [C] Fees\n\n[A] LAMPS\n\n${LAMPS}\n\n[B] PIER\n\n${PIER}\n\n[C] FEES\n\nNo news.\n`,
    `31   Lamps\n\n${LAMPS}\n\n32   Pier\n\n${PIER}\n\n33   Fees\n\nNo news.\n`,
    `#### S-1 Lamps\n${LAMPS}\n\n#### S-2 Pier\n${PIER}\n\n#### S-3 Fees\nNo news.\n`,
    `19/21  Lamps\n${LAMPS}\n\n19/22  Pier\n${PIER}\n\n19/23  Fees\nNo news.\n`,
    `3/2017-1   Lamps\n${LAMPS}\n\n3/2017-2   Pier\n${PIER}\n\n3/2017-3   Fees\nNo news.\n`,
    `7-1. Lamps\n${LAMPS}\n\n7-2. Pier\n${PIER}\n\n7-3. Fees\nNo news.\n`,
    `1. Lamps\n2. Pier\n3. Fees\n\n-- 1. Lamps\n\n${LAMPS}\n\n-- 2. Pier\n\n${PIER}\n\n-- 3. Fees\n\nNo news.\n`,
    ` i. Lamps\n${LAMPS}\n\n ii. Pier\n${PIER}\n\n iii. Fees\nNo news.\n`,
    `* AGENDA *\n1 Lamps\n2 Pier\n3 Fees\n\n* 1 LAMPS *\n${LAMPS}\n\n* 2 PIER *\n${PIER}\n\n* 3 FEES *\nNo news.\n`,
    `2.  Agenda item No. 1: Lamps\n    ${LAMPS}\n\n3.  Agenda item No. 2: Pier\n    ${PIER}\n\n4.  Agenda item No. 3: Fees\n    No news.\n`,
  ])("%j", (text) => {
    expect(itemsOf(text)).toEqual(all)
  })

  test("behind the agenda they may come in another order", () => {
    const text = `Agenda of the meeting\n\n TOP 1  Lamps\n TOP 2  Pier\n TOP 3  Fees\n\nTOP 1. ${LAMPS}\n\nTOP 3. No news.\n\nTOP 2. ${PIER}\n`
    expect(itemsOf(text)).toEqual(all)
  })

  test("with parts below one of them", () => {
    const text = `104/1   Lamps\n\n${LAMPS}\n\n104/2   Matters arising\n\n  104/2.1   Lift\n\n${LAMPS}\n\n  104/2.2   Pier\n\n${PIER}\n\n104/3   Fees\n\nNo news.\n`
    expect(itemsOf(text)).toEqual([
      "Lamps: discussed",
      ["Matters arising", ["Lift: discussed", "Pier: discussed"]],
      "Fees: no-update",
    ])
  })

  test("days and results count nothing", () => {
    const text = `1. Lamps\n\n${LAMPS}\n\n3/12 Ana comes\n4/12 Ben comes\n\n2. Pier\n\n${PIER}\n\n5-1 for the first\n5-3 for the second\n5-4 for the third\n`
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed"])
  })

  test("a sentence that begins with such a word is none", () => {
    const text = `1. Lamps\n\nFirst, Ben counted the lamps. Second, he sold one.\n\n2. Pier\n\n${PIER}\n`
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed"])
  })
})

describe("what stands behind titles", () => {
  test("initials in a column, and the number of the item", () => {
    const text = `Agenda\n  14:00  1. Lamps            BO    5 min\n  14:05  2. Pier             AL   35 min\n  14:40  3. Fees             CA   30 min\n\n1. Lamps\n${LAMPS}\n\n2. Pier\n${PIER}\n\n3. Fees\nNo news.\n`
    expect(itemsOf(text)).toEqual(all)
    const numbered = `I.  Lamps (agenda item 1)\n\n${LAMPS}\n\nII.  Pier (agenda item 2)\n\n${PIER}\n\nIII.  Fees (agenda item 3)\n\nNo news.\n`
    expect(itemsOf(numbered)).toEqual(all)
  })

  test("where it is found in a recording, and the paper on it", () => {
    const text = `## Lamps (0:02 – 0:21)\n\n${LAMPS}\n\n## Pier [L2/SYM/19-144]\n\n${PIER}\n\n## Fees (0:33 – 0:41)\n\nNo news.\n`
    expect(itemsOf(text)).toEqual(all)
  })

  test("the number of the meeting is a part of them", () => {
    const text = `1. Minutes of meeting #111\n\nThey were approved.\n\n2. Pier\n\n${PIER}\n`
    expect(itemsOf(text)).toEqual(["Minutes of meeting #111: discussed", "Pier: discussed"])
  })
})
