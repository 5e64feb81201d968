import { expect, test } from "vitest"
import type { ReportBlock, ReportInline } from "./blocks"
import { exampleReport, line } from "./example"
import { nameFinder } from "./find-names"
import { reportContent } from "./model"
import { unname } from "./unname"

const phrase = "a participant from the technical community"
const ilse = { names: ["Ilse Brandvold"], phrase }
const inOpening = (...parts: (string | ReportInline)[]) =>
  exampleReport({ sections: [{ id: "opening", content: [line(...parts)] }] })
const opening = (report: ReturnType<typeof exampleReport>) =>
  report.sections.find(({ id }) => id === "opening")?.content as ReportBlock[]
const said = (...parts: (string | ReportInline)[]) => {
  const [block] = opening(unname(inOpening(...parts), [ilse]))
  return block?.type === "paragraph" ? block.content : []
}
const words = (nodes: ReportInline[]) =>
  nodes.map((node) => (node.type === "text" ? node.text : "|")).join("")

test("nobody of that name is left anywhere in the content", () => {
  const whole = exampleReport({
    hosts: [{ name: "Ilse Brandvold", capacity: "Secretariat" }],
    moderators: [{ name: "Ms Ilse BRANDVOLD", capacity: "" }],
    noteTaker: { name: "Brandvold, Ilse", capacity: "Secretariat" },
    meeting: {
      ...exampleReport().meeting,
      title: "A talk with Ilse Brandvold",
      place: "Brandvold",
    },
    nextMeeting: "Ms Brandvold proposes a day.",
    correction: {
      corrects: 1,
      reason: "Ilse Brandvold was quoted wrongly",
      by: { name: "Ilse Brandvold", capacity: "Secretariat" },
      touches: [],
    },
    withdrawal: { reason: "I. Brandvold asked", by: { name: "Ilse Brandvold", capacity: "x" } },
  })
  whole.agenda[0] = {
    id: "item-1",
    label: "1",
    title: "Ilse Brandvold’s news",
    coverage: "discussed",
    children: [],
  }
  whole.sections.push({
    id: "item-3",
    content: [
      {
        type: "question",
        attrs: { id: "q9", outcome: "Dr. Brandvold asks" },
        content: [line("x")],
      },
      { type: "blockquote", content: [line("Ilse Brandvold: yes")] },
      {
        type: "bulletList",
        content: [{ type: "listItem", content: [line("see Ilse  Brandvold")] }],
      },
      {
        type: "decision",
        attrs: { id: "d9" },
        content: [line({ type: "mention", attrs: { label: "Ilse Brandvold" } }, " goes")],
      },
    ],
  })
  const without = unname(whole, [{ names: ["Ilse Brandvold", "Brandvold"], phrase }])
  expect(JSON.stringify(without)).not.toMatch(/brandvold/i)
  expect(JSON.stringify(without)).toContain("Tomas Okwuosa")
  expect(reportContent.parse(without)).toEqual(without)
  const [statement] = without.sections
    .flatMap(({ content }) => content)
    .filter((block) => block.type === "statement")
  expect(statement?.attrs).toEqual({ id: "s1", name: phrase, capacity: "" })
  expect(without.attendance).toMatchObject({ present: [{ name: phrase, capacity: "" }, {}] })
})

test("nothing changes when nobody asked, and others keep their names", () => {
  const report = exampleReport()
  expect(unname(report, [])).toBe(report)
  expect(unname(report, [{ names: ["Ilse Brand"], phrase }])).toEqual(report)
})

test.each([
  ["Ilse Brandvold agreed.", "A participant from the technical community agreed."],
  ["Then ILSE BRANDVOLD agreed.", `Then ${phrase} agreed.`],
  ["Then Ms. Brandvold and Mme Brandvold agreed.", `Then ${phrase} and ${phrase} agreed.`],
  ["Then I. Brandvold agreed.", `Then ${phrase} agreed.`],
  ["Then Brandvold, Ilse agreed.", `Then ${phrase} agreed.`],
  ["Then Ilse Brandvold’s paper.", `Then ${phrase}’s paper.`],
  ["Then Ilse\u00a0Bra\u0301ndvold agreed.", `Then ${phrase} agreed.`],
  ["Then Ilse Brandvold (Secretariat) agreed.", `Then ${phrase} agreed.`],
  ["Write to ilse.brandvold@example.org now.", `Write to ${phrase} now.`],
  ["Brandvoldsen and Melse Brandvold agreed.", "Brandvoldsen and Melse Brandvold agreed."],
])("%s", (text, expected) => {
  const report = exampleReport({
    sections: [
      {
        id: "opening",
        content: [
          line(text),
          {
            type: "statement",
            attrs: { id: "s", name: "Ilse Brandvold", capacity: "Secretariat" },
            content: [line("Yes.")],
          },
        ],
      },
    ],
  })
  const [block] = opening(unname(report, [ilse]))
  expect(block).toEqual(line(expected))
})

test("a name that begins in bold and ends outside it goes whole, and the rest keeps its marks", () => {
  const bold: ReportInline = { type: "text", text: "Then Ilse", marks: [{ type: "bold" }] }
  expect(
    said(bold, " Brandvold ", { type: "text", text: "agreed", marks: [{ type: "bold" }] }),
  ).toEqual([
    { type: "text", text: `Then ${phrase}`, marks: [{ type: "bold" }] },
    { type: "text", text: " " },
    { type: "text", text: "agreed", marks: [{ type: "bold" }] },
  ])
  expect(words(said("Then Ilse", { type: "hardBreak" }, "Brandvold agreed"))).toBe(
    `Then ${phrase}| agreed`,
  )
})

test("a link that holds the name falls away, its words stay", () => {
  const link = (text: string, href: string): ReportInline => ({
    type: "text",
    text,
    marks: [{ type: "bold" }, { type: "link", attrs: { href } }],
  })
  expect(said(link("write", "mailto:ilse.brandvold@example.org"))).toEqual([
    { type: "text", text: "write", marks: [{ type: "bold" }] },
  ])
  const kept = link("paper", "https://example.org/paper")
  expect(said(kept)).toEqual([kept])
})

test("names in other scripts are found, and words that only hold them are not", () => {
  const found = (text: string, ...names: string[]) =>
    nameFinder([names])(text).map(({ start, end }) => text.slice(start, end))
  expect(found("Затем Анна Петрова сказала", "Анна Петрова")).toEqual(["Анна Петрова"])
  expect(found("ثم قالت أمينة ديالو نعم", "أمينة ديالو")).toEqual(["أمينة ديالو"])
  expect(found("جاء عمر وأمينة ديالو معا", "أمينة ديالو")).toEqual(["أمينة ديالو"])
  expect(found("دیوان خأمينة ديالو", "أمينة ديالو")).toEqual([])
  expect(found("דנה ולשרה כהן", "שרה כהן")).toEqual(["שרה כהן"])
  expect(found("会議で田中太郎は述べた", "田中太郎")).toEqual(["田中太郎"])
  expect(found("we will see Will", "Will")).toEqual(["Will"])
  expect(found("(a+b) [x] $1", "a+b", "$1", "(")).not.toContain("x")
})

test("a long report with many names is done at once", () => {
  const content = Array.from({ length: 5_000 }, (_, at) =>
    line(
      `In line ${at} Ms Brandvold said what twenty words of a line of minutes usually say, and no more.`,
    ),
  )
  const report = unname(exampleReport({ sections: [{ id: "opening", content }] }), [ilse])
  expect(JSON.stringify(report)).not.toContain("Brandvold")
})
