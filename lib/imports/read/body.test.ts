import { describe, expect, test } from "vitest"
import { bareTitle } from "./agenda/agenda-title"
import type { ReadReport } from "./model"
import { Who } from "./people/who"
import { readReport } from "./report"
import { turnOf } from "./speech/turns"
import { cellsOf } from "./text/table"
import { dueIn } from "./times/due-in"

const head = "Tide Group, call 3\n5 May 2022, 13:00 UTC\n\n"
const list = "\nParticipants\n\nOtto Brandvold\nLin Zhao-Perera\nIlva Morandini\n"
const read = (body: string): ReadReport => readReport(`${head}${body}\n${list}`, "tides.txt")
const outline = (items: ReadReport["agenda"]): string[] =>
  items.flatMap(({ label, title, children }) => [`${label} ${title}`, ...outline(children)])

describe("a title of the agenda", () => {
  test.each([
    ["Tides (Ilva, 10 min)", "Tides", "Ilva", 10],
    ["Tides (10')", "Tides", null, 10],
    ["Tides ................ 10 min", "Tides", null, 10],
    ["Tides (#5140)", "Tides (#5140)", null, null],
    ["14:05–14:20 Tides", "Tides", null, 15],
    ["5 min - Tides (chairs)", "Tides", "chairs", 5],
    ["Tides, led by Ilva Morandini (20 min)", "Tides", "Ilva Morandini", 20],
    ["Tides – Presenter: Lin Zhao-Perera", "Tides", "Lin Zhao-Perera", null],
    ["Tides (EGM)", "Tides (EGM)", null, null],
    ["Tides in Norway (2021)", "Tides in Norway (2021)", null, null],
    ["Dues: small boats", "Dues: small boats", null, null],
  ])("%s", (text, title, presenter, minutes) => {
    const bare = bareTitle(text)
    expect(text.slice(bare.from, bare.to)).toBe(title)
    expect(bare).toMatchObject({ presenter, minutes })
  })
})

describe("an agenda", () => {
  test("as a table: rows are items, head and rule are none, the columns say who and how long", () => {
    const { agenda } = read(
      "Agenda\n\n| No. | Item | Who | Time |\n|---|---|---|---|\n| 1 | Tides | Ilva | 10 min |\n| 2 | Gauges | | |\n\nThe call began.",
    )
    expect(outline(agenda)).toEqual(["1 Tides", "2 Gauges"])
    expect(agenda[0]).toMatchObject({ presenter: "Ilva", minutes: 10 })
  })

  test("with Roman numerals above letters: V is the fifth, not a letter", () => {
    const items = "I. One\nII. Two\nIII. Three\nIV. Four\n A. Low\n B. High\nV. Five\n"
    expect(outline(read(`Agenda\n${items}`).agenda)).toEqual([
      "I One",
      "II Two",
      "III Three",
      "IV Four",
      "IVA Low",
      "IVB High",
      "V Five",
    ])
  })

  test("that is not printed is read from numbers without a full stop", () => {
    const body = "1 Tides\n\nThey turn.\n\n2 Gauges\n\nThey rust.\n\n3 Lamps\n\nThey shine."
    expect(outline(read(body).agenda)).toEqual(["1 Tides", "2 Gauges", "3 Lamps"])
  })

  test("a figure at the start of a sentence is no number of an item", () => {
    const body = "Agenda\n- Tides\n\nTides\n\n2 Gauges are broken, Otto said."
    expect(outline(read(body).agenda)).toEqual(["1 Tides"])
  })

  test("paragraphs that are numbered through do not stand for items with headings of their own", () => {
    const body =
      "Item 1: Tides\n\n1. They turn.\n\n2. They were measured.\n\nItem 2: Gauges\n\n3. They rust."
    const { blocks, agenda } = read(body)
    expect(outline(agenda)).toEqual(["1 Tides", "2 Gauges"])
    expect(blocks.find(({ text }) => text.includes("measured"))?.item).toBe("1")
  })

  test("prose without headings goes to the items that it speaks of", () => {
    const body =
      "Agenda\n- Tides of the bay\n- Rusty gauges\n\nThe tides of the bay were measured.\n\nOn the rusty gauges nothing was decided."
    const { blocks } = read(body)
    expect(blocks.find(({ text }) => text.startsWith("On the rusty"))?.item).toBe("2")
  })
})

describe("turns", () => {
  test.each([
    [">> ILVA MORANDINI: Hello.", "ILVA MORANDINI"],
    ["<lin> hello", "lin"],
    ["[Otto Brandvold] asked why.", "Otto Brandvold"],
    ["Otto Brandvold (Coast Office): Why?", "Otto Brandvold"],
    ["OB: Why?", "OB"],
  ])("%s", (text, label) => {
    expect(turnOf(text)?.label).toBe(label)
  })

  test.each(["The tide turns: twice a day.", "at 14:00 we met", "> a quotation"])(
    "no turn: %s",
    (text) => {
      expect(turnOf(text)).toBeNull()
    },
  )

  test("initials, nicknames and family names stand for whole names, labels for nobody", () => {
    const { mentions } = read(
      "1. Tides\n\nOB: They turn.\n\n<lin> yes\n\nNote: They turn twice.\n\nMs. Morandini agreed.",
    )
    expect(mentions.map(({ name }) => name)).toEqual([
      "Otto Brandvold",
      "Lin Zhao-Perera",
      "Ilva Morandini",
    ])
  })

  test("what could be two people is nobody", () => {
    const who = new Who(["Otto Brandvold", "Olga Berg"])
    expect(who.whole("OB")).toBeNull()
    expect(who.whole("Mr Berg")).toBe("Olga Berg")
  })
})

describe("days", () => {
  const days = { meeting: "2022-05-05", next: "2022-06-02" }
  test.each([
    ["Otto to call by 3 June", "2022-06-03"],
    ["Otto to call before the next call", "2022-06-02"],
    ["Otto to call by Friday", "2022-05-06"],
    ["Otto to call before the end of May", "2022-05-31"],
    ["Otto to call within two weeks", "2022-05-19"],
    ["call (Otto, 2022-05-20)", "2022-05-20"],
    ["Otto to call the maker of the lamps", null],
    ["Otto to look into the storm of 3 March 2021", null],
    ["Otto to call by telephone", null],
  ])("%s", (text, day) => {
    expect(dueIn(text, days)).toBe(day)
  })
})

describe("actions in tables", () => {
  const rows = "| Due | Task | Owner |\n|---|---|---|\n| 3 June 2022 | Call the maker | OB, Lin |\n"

  test("columns are found by their head, in any order", () => {
    expect(read(`1. Tides\n\nThey turn.\n\nAction items\n\n${rows}`).actions).toMatchObject([
      { text: "Call the maker", owners: ["Otto Brandvold", "Lin Zhao-Perera"], due: "2022-06-03" },
    ])
  })

  test("a table of anything else holds none", () => {
    const gauges = "| Place | State |\n|---|---|\n| Grey Point | rusty |\n"
    expect(read(`1. Tides\n\nThey turn.\n\n${gauges}`).actions).toEqual([])
  })

  test("the cells of a row", () => {
    expect(cellsOf("| a | b c |")?.map(({ text }) => text)).toEqual(["a", "b c"])
    expect(cellsOf("a\tb")?.map(({ text }) => text)).toEqual(["a", "b"])
    expect(cellsOf("a sentence")).toBeNull()
  })
})

describe("lists of outcomes", () => {
  test("prose behind the list is no entry of it", () => {
    const body =
      "1. Tides\n\nThey turn.\n\nActions:\n- Otto to call the maker\n\nThe call was closed."
    expect(read(body).actions.map(({ text }) => text)).toEqual(["Otto to call the maker"])
  })

  test("what was agreed behind a colon is its entries", () => {
    const body = "1. Tides\n\nIt was agreed that:\n- the lamps are lit;\n- the gauges are read.\n"
    expect(read(body).decisions.map(({ text }) => text)).toEqual([
      "the lamps are lit;",
      "the gauges are read.",
    ])
  })

  test("a verdict says of the sentence before it that it was decided", () => {
    const body = "1. Tides\n\nTHAT two lamps be bought.\nCARRIED"
    expect(read(body).decisions.map(({ text }) => text)).toEqual(["THAT two lamps be bought."])
  })

  test("initials at the margin own the sentence above them", () => {
    const body = "1. Tides\n\nA list of lamps should be made.\n\n                 ACTION: OB\n"
    expect(read(body).actions).toMatchObject([
      { text: "A list of lamps should be made.", owners: ["Otto Brandvold"] },
    ])
  })

  test("two people promise two things in one sentence", () => {
    const body =
      "1. Tides\n\nOtto will call the maker, and Lin will write to the mayor by 3 June.\n"
    expect(read(body).actions).toMatchObject([
      { text: "Otto will call the maker", owners: ["Otto Brandvold"], due: null },
      { text: "Lin will write to the mayor by 3 June.", owners: ["Lin Zhao-Perera"] },
    ])
  })
})

describe("pages", () => {
  test("a paragraph goes on behind the number and the running head of a page", () => {
    const body =
      "1. Tides\n\nThe tides of the northern bay have been measured since the year in\n\n2\n\nTide Group, call 3\n\nwhich the pier was built."
    const { blocks } = read(body)
    expect(
      blocks.some(({ text }) => text.endsWith("since the year in which the pier was built.")),
    ).toBe(true)
  })
})
