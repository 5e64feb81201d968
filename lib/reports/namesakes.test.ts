import { expect, test } from "vitest"
import { exampleReport, line } from "./example"
import type { ReportContent, ReportPerson } from "./model"
import { tracesOf } from "./name-traces"
import { unname, unnameWords } from "./unname"
import { unnameSections } from "./unname-minutes"

const phrase = "a participant from the technical community"
const unnamed = (name: string, others: string[] = []) => [{ names: [name], phrase, others }]
const person = (name: string, capacity = ""): ReportPerson => ({ name, capacity })

/** A report with these people present and these lines said at its opening. */
const reportOf = (present: ReportPerson[], ...lines: string[]): ReportContent =>
  exampleReport({
    attendance: { list: "annexed", present, regrets: [], written: [] },
    sections: [{ id: "opening", content: lines.map((text) => line(text)) }],
  })
const presentIn = ({ attendance }: ReportContent) =>
  attendance.list === "annexed" ? attendance.present : []
const linesOf = ({ sections }: ReportContent) =>
  sections[0]?.content.map((block) =>
    block.type === "paragraph"
      ? block.content.map((node) => (node.type === "text" ? node.text : "|")).join("")
      : "",
  )

test("nobody is named by the capacity of somebody else, in lists, statements and offices", () => {
  const capacity = "on behalf of Ilse Brandvold, and of Ms Brandvold’s office"
  const report = {
    ...reportOf([person("Ana Ruiz", capacity), person("Ilse Brandvold", "Meridian")]),
    chairs: [person("Tomas Okwuosa", "Deputy of I. Brandvold")],
  }
  report.sections[0]?.content.push({
    type: "statement",
    attrs: { id: "s1", name: "Ana Ruiz", capacity },
    content: [line("Yes.")],
  })
  const without = unname(report, unnamed("Ilse Brandvold"))
  expect(JSON.stringify(without)).not.toMatch(/brandvold/i)
  expect(presentIn(without)[0]).toEqual({
    name: "Ana Ruiz",
    capacity: `on behalf of ${phrase}, and of ${phrase}’s office`,
  })
  expect(without.chairs).toEqual([person("Tomas Okwuosa", `Deputy of ${phrase}`)])
})

test("minutes that guests read name nobody by the capacity of somebody else, and keep who speaks", () => {
  const statement = (name: string, capacity: string, personId: string) => ({
    type: "statement" as const,
    attrs: { id: name, personId, name, capacity },
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Yes." }] }],
  })
  const content = [
    statement("Ana Maria Costa", "for Maria Costa", "1"),
    statement("Maria Costa", "", "2"),
  ]
  const sections = { opening: { type: "doc" as const, content } }
  const without = unnameSections("en", sections, unnamed("Maria Costa"))
  expect(without.opening?.content).toMatchObject([
    { attrs: { personId: "1", name: "Ana Maria Costa", capacity: `for ${phrase}` } },
    { attrs: { personId: null, name: phrase, capacity: "" } },
  ])
})

test.each([
  ["Maria Costa", "Ana Maria Costa"],
  ["Maria Costa", "Maria Costa Ribeiro"],
  ["Maria Costa", "Maria Costa da Silva"],
  ["John Smith", "James Smith"],
  ["أمينة ديالو", "أمينة ديالو العمري"],
])("with %s unnamed %s keeps their name, in lists and in running text", (name, other) => {
  const report = reportOf(
    [person(name, "One"), person(other, "Other")],
    `Then ${other} spoke to ${name}.`,
    `${other} (Other) agreed.`,
  )
  const without = unname(report, unnamed(name))
  expect(presentIn(without)).toEqual([person(phrase), person(other, "Other")])
  expect(linesOf(without)).toEqual([
    `Then ${other} spoke to ${phrase}.`,
    `${other} (Other) agreed.`,
  ])
})

test("others are known where the list of participants is on request, and in words alone", () => {
  const words = unnameWords("en", unnamed("Maria Costa", ["Ana Maria Costa"]))
  expect(words("Thank Ana Maria Costa and Maria Costa.")).toBe(
    `Thank Ana Maria Costa and ${phrase}.`,
  )
})

test.each([
  "Maria Costa",
  "Ms Maria Costa",
  "H.E. Minister Maria Costa",
  "MARIA COSTA",
  "Costa, Maria",
  "Maria L. Costa",
  "Maria Costa (remote)",
  "Maria Costa, PhD",
  "Maria Costa on behalf of the Envoy",
  "M. Costa",
])("a field that says %s is hers, whatever stands beside her name", (name) => {
  const without = unname(
    reportOf([person(name, "One")], `Then ${name} left.`),
    unnamed("Maria Costa"),
  )
  expect(JSON.stringify(without)).not.toMatch(/costa/i)
})

test("what could be either’s is left out, and shown before publishing; what is surely another’s is not", () => {
  const report = reportOf(
    [person("John Smith"), person("James Smith"), person("Ana Ruiz")],
    "Then Mr Smith agreed.",
    "Then J. Smith agreed with James Smith.",
  )
  const people = unnamed("John Smith")
  const without = unname(report, people)
  expect(linesOf(without)).toEqual([
    `Then ${phrase} agreed.`,
    `Then ${phrase} agreed with James Smith.`,
  ])
  const traces = tracesOf(without, people, report)
  expect(traces.shown).toEqual([])
  expect(traces.hidden).toEqual(["Then Mr Smith agreed.", "Then J. Smith agreed with James Smith."])

  const alone = reportOf([person("John Smith")], "Then Mr Smith agreed.")
  expect(tracesOf(unname(alone, people), people, alone).hidden).toEqual([])
})

test("a longer name that is taken for another’s is shown, and so are parts of a name in fields", () => {
  const report = reportOf(
    [person("Maria Costa"), person("Ana Maria Costa"), person("Ravi", "Costa & Partners")],
    "Ana Maria Costa spoke.",
  )
  const people = unnamed("Maria Costa")
  const { shown, hidden } = tracesOf(unname(report, people), people, report)
  expect(shown).toEqual(["Ana Maria Costa", "Costa & Partners"])
  expect(hidden).toEqual([])
})

test.each([
  ["José Ruiz", "Then Jose agreed.", "Jose"],
  ["Jose Ruiz", "Then JOSÉ agreed.", "JOSÉ"],
  ["Łukasz Øster", "Then Oster agreed.", "Oster"],
  ["أمينة ديالو", "ثم قالت أمينة نعم", "أمينة"],
  ["أمينة ديالو", "ثم جاء وديالو معه", "وديالو"],
  ["שרה כהן", "ואז שרה אמרה", "שרה"],
  ["王小明", "然后小明同意了", "小明"],
  ["田中太郎", "会議で田中は述べた", "田中"],
])("a part of %s is found in “%s”", (name, text, part) => {
  const { shown } = tracesOf(reportOf([], text), unnamed(name))
  expect(shown).toHaveLength(1)
  expect(shown[0]).toContain(part)
})

test("a word that only begins like a part of a name is no trace of it", () => {
  expect(
    tracesOf(reportOf([], "Costal waters, vanilla."), unnamed("Maria van Costa")).shown,
  ).toEqual([])
})
