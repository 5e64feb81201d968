import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { itemsOf } from "../short-minutes"

const talk = (who: string) =>
  `${who} reported on what was done since the last call and on what is still missing.\n\n`

describe("items of whatever look carries the report", () => {
  test("headings below one that frames them, with the meeting itself told in front", () => {
    const text = `# Minutes\n\nThe agenda was sent round.\n\n## Date and location\n\nWe met on 14 November 2019 in Tartu.\n\n## Attendees\n\n* Ana Lind\n* Ben Okoro\n\n## Proceedings\n\n### Lamps\n\n${talk("Ana")}### Pier\n\n${talk("Ben")}### Ferry\n\n${talk("Ana")}`
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed", "Ferry: discussed"])
  })

  test("headings with headings of their own below a heading that speaks of an agenda", () => {
    const text = `# Notes of the call, 18 February 2020\n\n## Agenda points & actions\n\n### 1. Lamps\n\n#### 1.1 Oil\n\n${talk("Ana")}#### 1.2 Wicks\n\n${talk("Ben")}### 2. Pier\n\n${talk("Cem")}### 3. Ferry\n\n${talk("Ana")}`
    expect(itemsOf(text)).toEqual([
      ["Lamps", ["Oil: discussed", "Wicks: discussed"]],
      "Pier: discussed",
      "Ferry: discussed",
    ])
  })

  test("bullets with what was said set in below them, some of them questions", () => {
    const text = `Minutes of the team, 4 May 2021\n\n- Opening by the chair (1 min)\n  Ana opened the call and thanked Ben for the room.\n- Check-in: how is everybody?\n  Cem had slept little and was glad to be here.\n- Lamps (5 min)\n  Ben showed the two lamps that he had bought.\n- Closing\n  Ana thanked everybody who was there.\n`
    expect(itemsOf(text).map((item) => String(item).replace(/:.*/, ""))).toEqual([
      "Opening by the chair",
      "Check-in",
      "Lamps",
      "Closing",
    ])
  })

  test.each([
    ["TODAY'S LIST\n~ Lamps\n~ Pier\n~ Ferry\n\n", "LAMPS\n", "PIER\n"],
    [
      "## Plan\n\n- [x] Lamps (Ana, 20')\n- [x] Pier (Ben, 5')\n- [ ] Ferry (Cem)\n\n",
      "## Lamps\n\n",
      "## Pier\n\n",
    ],
  ])(
    "titles that come again in a list in front of them, whatever stands above it: %j",
    (list, lamps, pier) => {
      const items = itemsOf(`${list}${lamps}${talk("Ana")}${pier}${talk("Ben")}`)
      expect(items).toEqual(["Lamps: discussed", "Pier: discussed", "Ferry: not-recorded"])
    },
  )

  test("a heading above those who came is none, unless it stands among others", () => {
    const people = "On the board: Ana Lind, Ben Okoro\n\nStaff: Cem Arslan\n\n"
    const said = `### Lamps\n\n${talk("Ana")}### Pier\n\n${talk("Ben")}`
    const titles = (text: string) =>
      readReport(`# Pier Forum, 3 March 2022\n\n${text}`, "pier.md").agenda.map(
        ({ title }) => title,
      )
    expect(titles(`### Directors and others\n\n${people}${said}`)).toEqual(["Lamps", "Pier"])
    expect(
      titles(`### Lamps\n\n${talk("Ana")}### Roll call\n\n${people}### Pier\n\n${talk("Ben")}`),
    ).toEqual(["Lamps", "Roll call", "Pier"])
  })

  test("pages of a converted file are no items", () => {
    const text = `# Minutes of 3 May 2021\n\n## Page 1\n\n1. Lamps\n\n${talk("Ana")}2. Pier\n\n${talk("Ben")}## Page 2\n\n3. Ferry\n\n${talk("Cem")}## Page 3\n\n4. Fees\n\n${talk("Ana")}`
    expect(itemsOf(text)).toEqual([
      "Lamps: discussed",
      "Pier: discussed",
      "Ferry: discussed",
      "Fees: discussed",
    ])
  })

  test("people below their own headings stay people, and are no items", () => {
    const text = `# Meeting of 3 May 2021\n\n## Attendees\n\n### Harbour\n\n* Ana Lind\n* Ben Okoro\n\n### Town\n\n* Cem Arslan\n* Dara Quill\n\n## Lamps\n\n${talk("Ana")}## Pier\n\n${talk("Ben")}## Ferry\n\n${talk("Cem")}`
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed", "Ferry: discussed"])
    expect(readReport(text, "call.md").participants.map(({ name }) => name)).toEqual([
      "Ana Lind",
      "Ben Okoro",
      "Cem Arslan",
      "Dara Quill",
    ])
  })

  test("an agenda that carries the text is left as it was printed", () => {
    const text = `Minutes of 3 May 2021\n\nAgenda:\n1. Lamps\n2. Pier\n3. Ferry\n\n1. Lamps\n\nOil:\n${talk("Ana")}Wicks:\n${talk("Ben")}2. Pier\n\n${talk("Cem")}3. Ferry\n\n${talk("Ana")}`
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed", "Ferry: discussed"])
  })
})

describe("headings of one look that were passed over", () => {
  test("the first stands among the lines of the title", () => {
    const text = `---\ntitle: Net meeting 74\n---\n\n|||\n|---|---|\n| Participants | HKV, RS, ODL |\n\n## Review of the open tasks\n\nSee the [list](https://example.org/tasks)\n\n* 71-2 This goes on.\n\n## Lamps\n\n${talk("RS")}## Pier\n\n${talk("HKV")}## Ferry\n\n${talk("RS")}`
    expect(readReport(text, "call.md").agenda.map(({ title }) => title)).toEqual([
      "Review of the open tasks",
      "Lamps",
      "Pier",
      "Ferry",
    ])
  })

  test("how a vote went is none, nor a day between them, nor what stands behind the report", () => {
    const text = `# Board meeting, Larkhaven, 12 and 13 October 2012\n\n## 12 October, Friday\n\n### Lamps\n\n${talk("Ana")}CARRIED\n\n### Pier\n\n${talk("Ben")}## 13 October, Saturday\n\n### Ferry\n\n${talk("Cem")}### References\n\n* https://example.org/lamps\n`
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed", "Ferry: discussed"])
  })

  test("a sentence that is counted like the items is none", () => {
    const text = `MINUTES of 3 May 2021\n\n1. The meeting was called to order at 5:00.\n\n2. LAMPS\n\n${talk("Ana")}3. PIER\n\n${talk("Ben")}4. FERRY\n\n${talk("Cem")}`
    expect(itemsOf(text)).toEqual(["LAMPS: discussed", "PIER: discussed", "FERRY: discussed"])
  })
})

test("an item that only meetings have makes a text the report of one", () => {
  const signs = (title: string) =>
    readReport(`Library call\n\n1. ${title}\n\n${talk("Ana")}2. Lamps\n\n${talk("Ben")}`, "a.txt")
      .likelihood.signs
  expect(signs("Call to order")).toContain("procedure")
  expect(signs("Order of lamps")).not.toContain("procedure")
})
