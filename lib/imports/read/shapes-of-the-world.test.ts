import { describe, expect, test } from "vitest"
import { readReport } from "./report"

const head = `Lakeside Rowing Club
Minutes of the committee meeting of 12 May 2021, 19:00

Present: Ana Lind (chair), Ben Okoro, Cem Arslan, Dora Weiss
Apologies: Eva Blum

`
const TITLES = ["Roof of the boathouse", "Summer regatta", "Any other matters"]
const SAID = [
  "Cem Arslan reported that the roof had let in water twice since May. Two offers came in.",
  "Ben Okoro presented the plan of the regatta. Forty boats are expected this year.",
  "There were none.",
]
const ROMAN = ["I", "II", "III"]
const agendaOf = (text: string) =>
  readReport(text, "x.txt").agenda.map(({ title, coverage }) => [title.toLowerCase(), coverage])
const expected = TITLES.map((title, index) => [
  title.toLowerCase(),
  index < 2 ? "discussed" : "no-update",
])
const written = (set: (title: string, said: string, index: number) => string) =>
  head + TITLES.map((title, index) => set(title, SAID[index] ?? "", index)).join("\n\n")

describe("ways to set the heading of an item", () => {
  test.each<[string, (title: string, said: string, index: number) => string]>([
    ["in front, with a colon", (title, said) => `${title}: ${said}`],
    ["in front, in capitals", (title, said) => `${title.toUpperCase()}: ${said}`],
    ["in front, with a full stop", (title, said) => `${title}. ${said}`],
    ["in front, with a dash", (title, said) => `${title} – ${said}`],
    ["in front, in bold", (title, said) => `**${title}** ${said}`],
    ["in front, with a number", (title, said, i) => `${i + 1}. ${title}: ${said}`],
    ["between stars", (title, said) => `*** ${title} ***\n\n${said}`],
    ["between dashes", (title, said) => `--- ${title} ---\n\n${said}`],
    ["in brackets", (title, said) => `[${title}]\n\n${said}`],
    ["between rules", (title, said) => `------------\n${title}\n------------\n${said}`],
    ["above waves", (title, said) => `${title}\n~~~~~~~~~~~~\n${said}`],
    [
      "counted in words",
      (title, said, i) => `Item ${["one", "two", "three"][i]}: ${title}\n\n${said}`,
    ],
    [
      "by ordinals",
      (title, said, i) => `${["First", "Second", "Third"][i]} item: ${title}\n\n${said}`,
    ],
    ["behind TOP", (title, said, i) => `TOP ${i + 1} ${title}\n\n${said}`],
    ["behind No.", (title, said, i) => `No. ${i + 1} ${title}\n\n${said}`],
    ["with a leading nought", (title, said, i) => `0${i + 1} ${title}\n\n${said}`],
    ["with numerals and a gap", (title, said, i) => `${ROMAN[i]}  ${title}\n\n${said}`],
  ])("%s", (_, set) => {
    expect(agendaOf(written(set))).toEqual(expected)
  })

  test("what people say is no heading", () => {
    const turns = `${head}Ana: The roof leaks since May.\n\nBen: Two offers came in so far.\n\nCem: I would wait.\n\nDora: So would I, until spring.\n`
    expect(agendaOf(turns)).toEqual([])
  })
})

describe("ways to write an agenda", () => {
  const sections = TITLES.map((title, i) => `${title}\n\n${SAID[i]}`).join("\n\n")
  test.each([
    ["with presenters", TITLES.map((title, i) => `${i + 1}. ${title} – Cem Arslan`).join("\n")],
    [
      "with presenters in a column",
      TITLES.map((title, i) => `${i + 1}. ${title.padEnd(30)}Cem Arslan`).join("\n"),
    ],
    ["with pages", TITLES.map((title, i) => `${i + 1}. ${title} ......... ${i + 2}`).join("\n")],
  ])("%s", (_, list) => {
    expect(agendaOf(`${head}Agenda\n\n${list}\n\n${sections}\n`)).toEqual(expected)
  })

  test("with semicolons and a full stop behind them", () => {
    expect(agendaOf(`${head}Agenda: ${TITLES.join("; ")}.\n\n${sections}\n`)).toEqual(expected)
  })

  test("topics that hold what was said are no agenda of it", () => {
    const topics =
      "### Topics\n\n#### Roof\n\n- @ben will look into it by Friday\n- Decided to wait\n\n#### Fees\n\n- postponed, Eva is out\n"
    expect(agendaOf(head + topics)).toEqual([
      ["roof", "discussed"],
      ["fees", "not-reached"],
    ])
  })
})
