import { describe, expect, test } from "vitest"
import type { Finding } from "@/lib/check/model"
import { answerFinding, namesMissing } from "./answer-finding"
import { draftOf } from "./draft"
import { readBytes } from "./read-file"
import { storedReading } from "./stored"

const text = `Working Group on Tides

Online Meeting 12

12 May 2022 at 2 p.m. UTC

The 12th virtual meeting was held on 12 May 2022 at 2 p.m. UTC and hosted by Oriel Santamaria. The list of participants is annexed.

Agenda

1. Gauges

1. Gauges

Oriel Santamaria said that they were read. Suda Vance-Okoro said that one was lost.

Next meeting: Lamine will send a poll.

Annex 1: List of participants

1. Lamine Rautio
2. Hyejin Abara
`
const read = await readBytes(new TextEncoder().encode(text), "report.txt")
if ("refused" in read || read.kind !== "report") throw new Error("The report was refused")
const draft = draftOf(read.report, "")
const reading = storedReading(read.report, read.findings)
const mismatch: Finding = {
  rule: "number-mismatch",
  severity: "error",
  place: { line: 1, from: 0, to: 2, item: null },
  values: { other: "11th", chosen: "12", number: 12, where: "text" },
}
const place = (rule: string) => reading.findings.findIndex((finding) => finding.rule === rule)

describe("a number that is taken", () => {
  test("is changed for the one that is free by a press, which settles what the text prints", () => {
    const two = { ...reading, findings: [{ ...mismatch }, ...reading.findings] }
    const next = answerFinding(draft, two, "number:24", {})
    expect(next).toMatchObject({ number: 24, settled: [0], printed: draft.printed })
    for (const pressed of ["number:0", "number:99999999", "number:x"])
      expect(answerFinding(draft, two, pressed, {})).toEqual(draft)
  })
})

test("what was left first and is put right later is left no more", () => {
  const two = { ...reading, findings: [{ ...mismatch }, ...reading.findings] }
  const day = two.findings.findIndex(({ rule }) => rule === "next-meeting-undated")
  const left = { ...draft, settled: [0, day], left: [0, day] }
  expect(answerFinding(left, two, "number:24", {})).toMatchObject({ left: [day] })
  expect(answerFinding(left, two, `${day}:day`, { [`at${day}`]: "2022-06-02" })).toMatchObject({
    ...{ left: [0], settled: [0, day] },
  })
})

describe("one press for everybody who is missing", () => {
  test("adds each once, and settles all that was found of them", () => {
    expect(namesMissing(draft, reading)).toEqual(["Oriel Santamaria", "Suda Vance-Okoro"])
    const next = answerFinding(draft, reading, "all:missing", {})
    expect(next.present.map(({ name }) => name)).toEqual([
      "Lamine Rautio",
      "Hyejin Abara",
      "Oriel Santamaria",
      "Suda Vance-Okoro",
    ])
    expect(namesMissing(next, reading)).toEqual([])
  })

  test("leaves out who was answered for", () => {
    const left = answerFinding(draft, reading, `${place("host-not-listed")}:leave`, {})
    const next = answerFinding(left, reading, "all:missing", {})
    expect(next.present.map(({ name }) => name)).toContain("Suda Vance-Okoro")
  })
})

describe("an answer that is typed", () => {
  const at = place("next-meeting-undated")

  test("puts the day of the next meeting behind its words, without an hour and in the report's language", () => {
    const next = answerFinding(draft, reading, `${at}:day`, { [`at${at}`]: "2022-06-02" })
    expect(next.nextMeeting).toContain("Lamine will send a poll.")
    expect(next.nextMeeting).toMatch(/ \(Thursday 2 June 2022\)$/)
    const french = answerFinding(draft, reading, `${at}:day`, { [`at${at}`]: "2022-06-02" }, "fr")
    expect(french.nextMeeting).toMatch(/ \(jeudi 2 juin 2022\)$/)
    expect(next.settled).toEqual([at])
  })

  test("changes nothing while nothing is typed, or no day", () => {
    expect(answerFinding(draft, reading, `${at}:day`, {})).toEqual(draft)
    expect(answerFinding(draft, reading, `${at}:day`, { [`at${at}`]: "soon" })).toEqual(draft)
    expect(answerFinding(draft, reading, "99:name", { at99: "Somebody" })).toEqual(draft)
  })

  test("completes a name wherever it stands", () => {
    const rule = { rule: "speaker-not-listed" as const, severity: "note" as const }
    const place = { line: 1, from: 0, to: 1, item: null }
    const said = { at0: "Hyejin Abara-Falk" }
    const ways: Finding["values"][] = [{ name: "Hyejin Abara" }, { text: "Hyejin Abara" }]
    for (const values of ways) {
      const found = { ...reading, findings: [{ ...rule, place, values }] }
      const next = answerFinding(draft, found, "0:name", said)
      expect(next.present.map(({ name }) => name)).toEqual(["Lamine Rautio", "Hyejin Abara-Falk"])
    }
  })
})
