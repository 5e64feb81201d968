import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { checkReport } from "@/lib/check/check"
import { printedForms } from "./head/numbers"
import type { ReadItem, ReadReport } from "./model"
import { readReport } from "./report"

function sample(name: string): ReadReport {
  const file = new URL(`./samples/${name}`, import.meta.url)
  return readReport(readFileSync(file, "utf8"), name)
}

const marks = { discussed: "", "no-update": " none", "not-reached": " late", "not-recorded": " ?" }
const flat = (items: readonly ReadItem[]): string[] =>
  items.flatMap(({ label, coverage, children }) => [label + marks[coverage], ...flat(children)])

/** A reading in the short form in which a person writes down what a report says. */
function shortOf(report: ReadReport) {
  return {
    title: report.title?.value,
    printed: printedForms(report.numbers.printed),
    number: report.numbers.canonical?.value,
    start: report.start?.value.instant,
    hosts: report.hosts.map(({ value }) => value),
    moderators: report.moderators.map(({ value }) => value),
    agenda: flat(report.agenda),
    people: report.participants.map((p) =>
      [p.name, p.role, p.affiliation].filter(Boolean).join(" / "),
    ),
    decisions: report.decisions.map(({ item, text }) => `${item ?? "-"}: ${text}`),
    actions: report.actions.map(({ owners, due, item, text }) =>
      `${item ?? "-"}: ${owners.join("+")}: ${text} ${due ?? ""}`.trim(),
    ),
    next: report.nextMeeting?.startsAt,
    findings: [...new Set(checkReport(report).map(({ rule }) => rule))].sort(),
  }
}

describe("invented reports", () => {
  test("a call with two numbers, lettered items and a numbered list of people", () => {
    const report = sample("virtual-call.txt")
    expect(shortOf(report)).toEqual({
      title: "Working Group on Harbour Standards, Online Meeting XIX",
      printed: ["XIX", "21st"],
      number: 21,
      start: "2022-05-12T14:00:00Z",
      hosts: ["Ilva Morandini"],
      moderators: ["Teodor Achebe-Lind"],
      agenda: ["1", "2", "3", "4", "4a", "4b none"],
      people: [
        "Ilva Morandini / Group’s Co-Chair, past Board Member / Ministry of Ports",
        "Teodor Achebe-Lind / Group’s Co-Chair, Board Member",
        "Priya Castelnau / Executive Director, Board Member / Tidewater Institute",
        "Dawit Sorensen / Government of Norland",
        "Hyejin Abara / HPA",
        "Sanjit Averbeck / Harbour Exchange",
        "Velia ORSINI-MARCH / EC/DG-PORT",
        "Noor el Amrani / Board Member (host country rep)",
      ],
      decisions: [],
      actions: [],
      next: "2022-06-02T14:00:00Z",
      findings: [
        "heading-differs",
        "number-mismatch",
        "placeholder-link",
        "relative-date",
        "speaker-not-listed",
        "stray-markup",
      ],
    })
    expect(report.agenda[2]?.presenter).toBe("Priya Castelnau")
    expect(report.blocks.find(({ text }) => text.startsWith("A draft table"))?.text).toContain(
      "so that gaps can be seen",
    )
  })

  test("Markdown whose discussion has its own numbers and merges items", () => {
    const report = sample("one-per-line.md")
    expect(shortOf(report)).toEqual({
      title: "Working Group on Harbour Standards, Online Meeting 27",
      printed: ["27", "28th"],
      number: 28,
      start: "2022-11-07T13:00:00Z",
      hosts: ["Ilva Morandini"],
      moderators: ["Ilva Morandini"],
      agenda: ["1", "2", "3", "4", "4a", "4b", "5 late", "6 late", "7 late"],
      people: ["Ilva Morandini", "Hyejin Abara", "Farah Mensimah", "Hyejin Abara", "Farah M"],
      decisions: ["2: It was decided to keep the document open for comments till November 20th."],
      actions: [
        "4: Teodor Achebe-Lind: Teodor Achebe-Lind will circulate a revised plan by 18 November 2022. 2022-11-18",
      ],
      next: undefined,
      findings: [
        "action-unmarked",
        "agenda-order",
        "decision-unmarked",
        "duplicate-participant",
        "list-truncated",
        "number-mismatch",
        "participants-contradiction",
        "placeholder-link",
        "relative-date",
        "time-mismatch",
      ],
    })
  })

  test("short minutes with a chair, bullets, and outcomes in capitals", () => {
    expect(shortOf(sample("minutes-short.txt"))).toEqual({
      title: "Minutes of the Tide Tables Task Force",
      printed: [],
      number: undefined,
      start: "2022-09-15T13:00:00Z",
      hosts: [],
      moderators: ["Marit Oyelaran"],
      agenda: ["1", "2", "3", "4 none"],
      people: [
        "Marit Oyelaran / Coast Office",
        "Bastien Quillfeldt / Tidewater Institute",
        "Lin Zhao-Perera",
        "Otto Brandvold",
      ],
      decisions: [
        "2: The tables keep the datum of 1985.",
        "3: The tables are published under CC BY.",
      ],
      actions: [
        "2: Otto Brandvold: Otto to send the table of differences by 1 October 2022. 2022-10-01",
        "3: Lin Zhao-Perera: ask the printers for an offer",
      ],
      next: "2022-09-29T13:00:00Z",
      findings: ["action-without-date", "next-meeting-undated", "number-missing"],
    })
    expect(sample("minutes-short.txt").regrets.map(({ name }) => name)).toEqual(["Noor el Amrani"])
    expect(sample("minutes-short.txt").nextMeeting?.suggestion).toBe("2022-09-29T13:00:00Z")
  })

  test("Roman items out of order, a number in words, a zone by its name", () => {
    expect(shortOf(sample("reordered.txt"))).toEqual({
      title: "Coastal Data Council, Report of the fifty-ninth session",
      printed: ["fifty-ninth"],
      number: 59,
      start: "2023-04-04T15:00:00Z",
      hosts: [],
      moderators: ["Marit Oyelaran", "Otto Brandvold"],
      agenda: ["I ?", "II none", "III", "IV late", "V ?"],
      people: [
        "Marit Oyelaran / chair / Coast Office",
        "Otto Brandvold / secretary / Coast Office",
        "Lin Zhao-Perera / member / Tidewater Institute",
      ],
      decisions: ["III: The council approved the budget without change."],
      actions: [],
      next: undefined,
      findings: ["agenda-order", "decision-unmarked", "item-not-recorded"],
    })
  })

  test("Markdown with front matter, a table of people and no agenda", () => {
    expect(shortOf(sample("headings.md"))).toEqual({
      title: "Buoy group weekly",
      printed: ["59"],
      number: 59,
      start: "2021-10-20T13:00:00Z",
      hosts: [],
      moderators: ["Priya Castelnau"],
      agenda: ["1", "2 none"],
      people: ["Priya Castelnau / Tidewater Institute", "Sanjit Averbeck / Harbour Exchange"],
      decisions: ["1: Lost lines are replaced within a week."],
      actions: [
        "-: Sanjit Averbeck: Sanjit to order two lines",
        "-: Priya Castelnau: Priya to call the painter 2021-10-27",
      ],
      next: "2021-10-27T13:00:00Z",
      findings: ["action-without-date"],
    })
  })

  test("a text wrapped at 72 columns, with people in a paragraph", () => {
    const report = sample("wrapped.txt")
    expect(shortOf(report)).toEqual({
      title: "HARBOUR STANDARDS FORUM, Conference call of 4/20/2023, 15:00 CEST",
      printed: [],
      number: undefined,
      start: "2023-04-20T13:00:00Z",
      hosts: [],
      moderators: ["Farah Mensimah"],
      agenda: ["1", "2", "2.1", "2.2 late", "3 ?"],
      people: [
        "Farah Mensimah / chair",
        "Hyejin Abara / Port Authority of Norland",
        "Teodor Achebe-Lind / observer",
        "Otto Brandvold",
      ],
      decisions: [
        "-: Those present adopted the agenda below.",
        "1: It was agreed to buy six lamps.",
      ],
      actions: [],
      next: undefined,
      findings: ["decision-unmarked", "item-not-recorded", "number-missing"],
    })
    expect(report.agenda[2]?.minutes).toBe(10)
    expect(report.regrets.map(({ name }) => name)).toEqual(["Ilva Morandini"])
  })

  test("every sample keeps its words", () => {
    for (const name of ["virtual-call.txt", "one-per-line.md", "wrapped.txt", "headings.md"]) {
      const { words } = sample(name)
      expect(words.kept).toBe(words.total)
    }
  })
})
