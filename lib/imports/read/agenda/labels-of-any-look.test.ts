import { describe, expect, test } from "vitest"
import { itemsOf } from "../short-minutes"

const AGENDA = "Agenda\n\n1. Lamps\n2. Pier\n3. Bins\n\n"
const ITEMS = ["Lamps: discussed", "Pier: not-reached", "Bins: discussed"]
const said = (front: (n: number) => string, between = "\n\n") =>
  [
    `${front(1)} Ben counted the lamps of the quay.`,
    `${front(2)} Postponed to the next meeting.`,
    `${front(3)} Cem has emptied two of them.`,
  ].join(between)

describe("what was said is tied to its item by the label in front of it, however that is set", () => {
  test.each([
    (n: number) => `(${n})`,
    (n: number) => `[${n}]`,
    (n: number) => `${n}.`,
    (n: number) => `${n})`,
    (n: number) => `**${n}**`,
    (n: number) => `*Item ${n}*`,
    (n: number) => `#${n}`,
    (n: number) => `Zu TOP ${n}:`,
    (n: number) => `Ponto ${n} –`,
    (n: number) => `Punto ${n}.`,
    (n: number) => `Point ${n} :`,
    (n: number) => `Ad ${n}`,
    (n: number) => `As to item ${n},`,
    (n: number) => `On the ${["first", "second", "third"][n - 1]} item,`,
  ])("%s", (front) => {
    expect(itemsOf(AGENDA + said(front))).toEqual(ITEMS)
  })

  test.each([(n: number) => `${n}.`, (n: number) => `[${n}]`, (n: number) => `TOP ${n}:`])(
    "in lines that stand close together: %s",
    (front) => expect(itemsOf(AGENDA + said(front, "\n"))).toEqual(ITEMS),
  )

  test("a list of something else that is shorter than the agenda goes to no item", () => {
    const list =
      "Ben spoke at length of the storm, and of the waves that went over the mole in the night.\n\n1. A chain broke.\n2. A light failed.\n"
    expect(itemsOf(`${AGENDA}${list}`).map(String)).not.toContain("Lamps: discussed")
  })
})

describe("an agenda within a sentence", () => {
  test.each([
    "Agenda: 1. Lamps. 2. Pier. 3. Bins.",
    "Agenda: Item 1, Lamps; Item 2, Pier; Item 3, Bins.",
    "Traktanden: 1. Lamps, 2. Pier, 3. Bins",
    "Dagordning: 1. Lamps, 2. Pier, 3. Bins",
    "Three matters stood before us: (1) Lamps, (2) Pier, (3) Bins.",
    "1. Lamps, 2. Pier, 3. Bins – such was the agenda.",
    "Agenda: 1 Lamps; 2 Pier; 3 Bins",
    "Agenda: 1) Lamps\n2) Pier\n3) Bins",
    "Agenda as sent: 1. Lamps, 2. Doors.\nAgenda as adopted: 1. Lamps, 2. Pier, 3. Bins.",
  ])("%s", (agenda) => {
    const front = agenda.includes("(1)") ? (n: number) => `(${n})` : (n: number) => `${n}.`
    expect(itemsOf(`${agenda}\n\n${said(front)}`)).toEqual(ITEMS)
  })

  test("numbers in a sentence that do not come again are no agenda", () => {
    const text =
      "Ben gave three reasons: (1) the cost, (2) the noise, (3) the dust.\n\nCem agreed with him."
    expect(itemsOf(text)).toEqual([])
  })
})

describe("what stands on no item of its own", () => {
  test("a few words of a title in front of a paragraph, in the order of the agenda", () => {
    const agenda = "Agenda\n\n1. Cold store rents\n2. Bollard pull tests\n3. Users' rota\n\n"
    const text =
      "The cold store. Ben showed the sums.\n\nThe bollards. Three were pulled.\n\nThe rota. Cem has pinned it up."
    expect(itemsOf(agenda + text)).toEqual([
      "Cold store rents: discussed",
      "Bollard pull tests: discussed",
      "Users' rota: discussed",
    ])
  })

  test("an item on the next meeting is done where the next meeting is announced", () => {
    const agenda = "Agenda\n\n1. Lamps\n2. Pier\n3. Date of next meeting\n\n"
    const text =
      "Lamps\nBen counted them.\n\nPier\nCem mended it.\n\nNext meeting: 7 April 2022, 14:00"
    expect(itemsOf(agenda + text)).toContain("Date of next meeting: discussed")
  })

  test("a title in the midst of a paragraph", () => {
    const agenda = "Agenda: fish boxes; flood gate; flags.\n\n"
    const text =
      "Fish boxes: Cem wants blue ones.\n\nFlood gate: Ben had it shut on the 9th. Flags: the town's flag is torn."
    expect(itemsOf(agenda + text)).toContain("flags: discussed")
    expect(itemsOf(agenda + text.replace(/ Flags.*/, ""))).toContain("flags: not-recorded")
  })
})

describe("lists that are no agenda", () => {
  test.each([
    "Ben read out the plan, which has three steps:\n\n1. Closing of the berth\n2. Piling\n3. Trials\n\nCem asked how long the third would take, and Ben thought three weeks.",
    "What was heard from the members:\n\nOkoro – glad of the ladder\nArslan – worried about fuel\nLind – busy with the plan\n\nAna closed the meeting.",
  ])("%s", (text) => expect(itemsOf(text)).toEqual([]))
})
