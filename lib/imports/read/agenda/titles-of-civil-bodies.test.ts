import { describe, expect, test } from "vitest"
import { itemsIn, itemsOf } from "../short-minutes"

describe("titles with a colon", () => {
  test("alone above text, below what gathers them, and with an answer of a word or two", () => {
    const text =
      "Request for funds:\n\nBen asked for eighty pounds.\n\nTreasurer's Report:No report\n\nChair Reports:\n\nLamp Service:\n\n- Cem counted the lamps again in May.\n\nPrograms – No Report\n\nOld Business:\n\n- Auction – Ben reported that forty items have come in.\n- Web site – no news\n\nAny other thing:\n\nCem asked for tea.\n"
    expect(itemsOf(text)).toEqual([
      "Request for funds: discussed",
      "Treasurer's Report: no-update",
      ["Chair Reports", ["Lamp Service: discussed", "Programs: no-update"]],
      ["Old Business", ["Auction: discussed", "Web site: no-update"]],
      "Any other thing: discussed",
    ])
  })

  test("a report that stands beside another is no part of it", () => {
    const text =
      "Matters Arising\n\nLamps\n\nBen reported on the lamps.\n\nPier\n\nCem counted the steps.\n\nTreasurer's Report\n\nBank\n\nIt was asked where it is.\n\nSecretary's Report\n\nNothing to report.\n\nTea\n\nBen asked for it again.\n"
    expect(itemsOf(text)).toEqual([
      ["Matters Arising", ["Lamps: discussed", "Pier: discussed"]],
      ["Treasurer's Report", ["Bank: discussed"]],
      "Secretary's Report: no-update",
      "Tea: discussed",
    ])
  })

  test("bullets that stand alone above paragraphs", () => {
    const text =
      "• Roll Call\n\nAna Lind was in the chair.\n\n• Lamps:\n\nBen reported on the lamps.\n\n• Pier:\n\nCem counted the steps.\n\n• New Business:\n\nNone\n"
    expect(itemsOf(text)).toEqual([
      "Roll Call: discussed",
      "Lamps: discussed",
      "Pier: discussed",
      "New Business: no-update",
    ])
  })

  test("bullets one below the other are none", () => {
    const text =
      "## Lamps\n\n• Two are old\n• Three are new\n• One is lost\n• Four are lent\n\n## Pier\n\nCem counted the steps.\n"
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed"])
  })
})

describe("numbered titles", () => {
  test("in capitals over several lines, without text of their own, and below a frame", () => {
    const text =
      "1. ROLL CALL\n2. PLEDGE OF ALLEGIANCE\n3. APPROVAL OF AGENDA\nThe agenda was approved as it stood.\n4. PUBLIC PARTICIPATION – OPPORTUNITY FOR MEMBERS\nOF THE PUBLIC TO SPEAK TO THE BOARD\nTwo spoke on the lamps of the pier.\nACTION ITEMS\n5. HARBOUR BOARD\nCem was appointed to it.\n6. PIER\nBen counted the steps.\n7. ADJOURNMENT\nAna adjourned the meeting at five.\n"
    expect(itemsOf(text)).toEqual([
      "ROLL CALL: not-recorded",
      "PLEDGE OF ALLEGIANCE: not-recorded",
      "APPROVAL OF AGENDA: discussed",
      "PUBLIC PARTICIPATION – OPPORTUNITY FOR MEMBERS OF THE PUBLIC TO SPEAK TO THE BOARD: discussed",
      "HARBOUR BOARD: discussed",
      "PIER: discussed",
      "ADJOURNMENT: discussed",
    ])
  })

  test("codes of chapters that do not count on", () => {
    const text =
      "A.5.2 Open letters\n\nThey were read out.\n\nA.6 Calendar of the year\n\nCem read it.\n\nB.11.1 Lamps\n\nBen reported on the lamps.\n\nC.7.1 Steps\n\nCem counted them.\n"
    expect(itemsOf(text)).toEqual([
      "Open letters: discussed",
      "Calendar of the year: discussed",
      "Lamps: discussed",
      "Steps: discussed",
    ])
  })

  test("numbers of a year on lines of their own, in the contents and once more above the text", () => {
    const list = "14/2015\nLamps of the pier\n15/2015\nSteps\n16/2015\nTea\n"
    const text = `Harbour branch\nMinutes\nThe meeting was held on 24 March 2015 at the hut.\n${list}14/2015\nLamps of the pier\nBen reported on the lamps.\n15/2015\nSteps\nCem counted them.\n16/2015\nTea\nBen asked for it.\n`
    expect(itemsIn(text)).toEqual([
      "Lamps of the pier: discussed",
      "Steps: discussed",
      "Tea: discussed",
    ])
  })

  test("the agenda stands where it was adopted, with who had each item and when", () => {
    const text =
      "1. OPENING\n\nAna opened the meeting.\n\n2. AGENDA\n\nBen added a line to it.\n\n1.    OPENING                -LIND      1  07:00 PM\n2.    AGENDA                 -LIND      4  07:01 PM\n3.    LAMPS                  -OKORO    10  07:05 PM\n4.    PIER                   -ARSLAN      07:15 PM\n\n3. LAMPS\n\nBen reported on the lamps.\n\n4. PIER\n\nCem counted the steps.\n"
    expect(itemsOf(text)).toEqual([
      "OPENING: discussed",
      "AGENDA: discussed",
      "LAMPS: discussed",
      "PIER: discussed",
    ])
  })

  test("titles with a colon, one of them above lines of its own", () => {
    const text =
      "1. Lamps: Ben reported that two are broken.\n\n2. Correspondence:\n03/10/16 from the County: a letter on the pier was read.\n\n3. Pier: Cem counted the steps.\n\n4. Tea: Ben asked for it again.\n"
    expect(itemsOf(text)).toEqual([
      "Lamps: discussed",
      "Correspondence: discussed",
      "Pier: discussed",
      "Tea: discussed",
    ])
  })

  test("the name and the day of the meeting stand between the heading and the first entry", () => {
    const text =
      "AGENDA\nBOARD MEETING\nJUNE 13, 2022\n9:00 AM\n1. Public Comment\n2. Lamps\n3. Committee Reports\n\nPublic Comment\n\nBen spoke on the pier.\n\nLamps\n\nCem counted them.\n\nCommittee Reports-none\n"
    expect(itemsOf(text)).toEqual([
      "Public Comment: discussed",
      "Lamps: discussed",
      "Committee Reports: no-update",
    ])
  })

  test("aims in a list are no items", () => {
    const text =
      "Ana read the aims of the group:\n\n1. To mend the lamps of the pier\n2. To count the steps once more\n\nBen reported on the lamps. Cem asked for tea.\n"
    expect(itemsOf(text)).toEqual([])
  })

  test("signs in front of a title, and where its paper is found", () => {
    const text =
      "==Lamps\n\nBen reported on the lamps of the pier again\n\n==Steps https://example.org/steps\n\nCem counted them.\n\n==Tea\n\nBen asked for it.\n\n==Rest\n\nNone.\n"
    expect(itemsOf(text)).toEqual([
      "Lamps: discussed",
      "Steps: discussed",
      "Tea: discussed",
      "Rest: no-update",
    ])
  })

  test("what became of an item stands behind its title", () => {
    const text =
      "## Agenda\n\n1. Roll call\n2. Lamps - 5'\n3. Steps\n\n## Notes\n\n1. Roll call taken by Ben\n2. Lamps - 5'\n   - None\n3. Steps\n   - Cem counted them.\n"
    expect(itemsOf(text)).toEqual(["Roll call: discussed", "Lamps: no-update", "Steps: discussed"])
  })
})
