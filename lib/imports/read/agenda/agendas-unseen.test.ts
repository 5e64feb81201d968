import { describe, expect, test } from "vitest"
import { itemsOf } from "../short-minutes"

const FLAT = ["Lamps: discussed", "Pier: not-reached", "Any other business: no-update"]

describe("agendas and headings", () => {
  test.each([
    // Tasks in bullets under each item.
    "1. Lamps\n\nBen reported on the lamps.\n\nActions:\n- buy two lamps [BO]\n\n2. Pier\n\nDeferred.\n\nActions:\n- look at it [CA]\n\n3. Any other business\n\nNone.\n",
    // Days as headings above numbered items.
    "MONDAY, 3 MARCH\n\nI. Lamps\n\nBen reported on the lamps.\n\nTUESDAY, 4 MARCH\n\nII. Pier\n\nDeferred.\n\nWEDNESDAY, 5 MARCH\n\nIII. Any other business\n\nNone.\n",
    "To talk about\n\n- Lamps\n- Pier\n- Any other business\n\nLamps\n\nBen reported on the lamps.\n\nPier\n\nDeferred.\n\nAny other business\n\nNone.\n",
    // Hours in front of the headings.
    "Thu 14:00 – 14:30   Lamps\n\nBen reported on the lamps.\n\nThu 14:30 – 15:00   Pier\n\nDeferred.\n\nThu 15:00 – 15:10   Any other business\n\nNone.\n",
    "Agenda\n\n1. Lamps\n2. Pier\n3. Any other business\n\nOn item 1 (Lamps):\n\nBen reported on the lamps.\n\nOn item 2 (Pier):\n\nFor want of time the item was deferred to the next session.\n\nOn item 3 (Any other business):\n\nNone.\n",
    // Bullets under a heading of any words, whose titles come again.
    "Programme:\n- Lamps\n- Pier\n- Any other business\n\nLamps\n\nBen reported on the lamps.\n\nPier\n\nDeferred.\n\nAny other business\n\nNone.\n",
    "• Lamps\n\nBen reported on the lamps.\n\n• Pier\n\nDeferred.\n\n• Any other business\n\nNone.\n",
    "Agenda\n\n1. Lamps\n2. Pier\n3. Any other business\n\nAd 1\n\nBen reported on the lamps.\n\nAd 2\n\nDeferred.\n\nAd 3\n\nNone.\n",
    "Agenda\n\n1. Lamps\n2. Pier\n3. Any other business\n\nUnder item 1 (Lamps), Ben reported on the lamps.\n\nUnder item 2, the matter was deferred to the next meeting.\n\nUnder item 3, nothing was raised.\n",
  ])("%j", (text) => {
    expect(itemsOf(text)).toEqual(FLAT)
  })

  test("bullets whose titles do not come again are no agenda", () => {
    const text =
      "For your diary:\n- Fair on the pier\n- Race\n\n1. Lamps\n\nBen reported on the lamps.\n\n2. Pier\n\nCem reported on the pier.\n"
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed"])
  })

  test("titles that come again below several items", () => {
    const text =
      "Agenda\n\n1. Lamps\n   a. Presentation\n   b. Discussion\n2. Pier\n   a. Presentation\n   b. Discussion\n3. Rest\n\n1. Lamps\n\na. Presentation\n\nBen spoke.\n\nb. Discussion\n\nCem asked why.\n\n2. Pier\n\na. Presentation\n\nCem spoke.\n\nb. Discussion\n\nDeferred.\n\n3. Rest\n\nBen asked for tea.\n"
    expect(itemsOf(text)).toEqual([
      ["Lamps", ["Presentation: discussed", "Discussion: discussed"]],
      ["Pier", ["Presentation: discussed", "Discussion: not-reached"]],
      "Rest: discussed",
    ])
  })

  test("what leads into a table is no item", () => {
    const text =
      "1  Lamps\n\n1.1  Decision – The lamps were bought.\n\n1.2  Actions of the last meeting:\n\n     Ref    Action        Lead        Status\n     7/1    Buy lamps     Ben Okoro   Closed\n\n2  Pier\n\n2.1  Cem reported on the pier.\n\n3  Rest\n\n3.1  Ben asked for tea.\n"
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed", "Rest: discussed"])
  })

  test("letters above their text, one of them set on a long line", () => {
    const text =
      "217.  PLANNING\n\n      (a)  25/00417/HOU, 9 Tanner's Row\n           It was resolved to raise no objection.\n\n      (b)  25/00466/FUL, land north of Priory Close, six dwellings\n           Ben Okoro drew attention to the flooding of the lower field in the\n           autumn.\n\n218.  RENT\n\n      Cem reported on the rent.\n\n219.  REST\n\n      None.\n"
    expect(itemsOf(text)[0]).toEqual([
      "PLANNING",
      [
        "25/00417/HOU, 9 Tanner's Row: discussed",
        "25/00466/FUL, land north of Priory Close, six dwellings: discussed",
      ],
    ])
  })

  test("the hours of a log make no headings of its lines", () => {
    const log =
      "14:00 Ben Okoro: the lamps are dim\n\n14:02 Cem Arslan: they are\n\n14:05 Ana Lind: well then\n\n"
    expect(itemsOf(`1. Lamps\n\n${log}2. Pier\n\nCem reported.\n`)).toEqual([
      "Lamps: discussed",
      "Pier: discussed",
    ])
  })

  test("who closes the session below the last heading says nothing on it", () => {
    const text =
      "A. Lamps\n\nBen reported on the lamps.\n\nB. Open floor\n\n------------\n\nAna thanked the port and closed the session at 15:31.\n"
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Open floor: not-recorded"])
  })
})
