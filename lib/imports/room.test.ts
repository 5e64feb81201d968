import { describe, expect, test } from "vitest"
import { limits } from "@/lib/meetings/model"
import { CLOSING, docText, OPENING, sectionOf } from "@/lib/minutes/model"
import { corrected } from "./corrected"
import { draftOf, importDraft } from "./draft"
import { correctImportInput } from "./input"
import { readBytes } from "./read-file"
import { prepare } from "./reading-row"
import { overOf } from "./room"
import { draftIn, readingIn } from "./stored"

const head =
  "Working Group on Tides\n\nOnline Meeting 12\n\n12 May 2022 at 2 p.m. UTC\n\nThe 12th virtual meeting was held on 12 May 2022 at 2 p.m. UTC and hosted by Oriel Santamaria.\n\nAgenda\n\n"
const letters = (at: number) => [...String(at)].map((digit) => "abcdefghij"[Number(digit)]).join("")
const named = (at: number) => `Ana Brand${letters(at)}`
const lines = (count: number, of: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `${at + 1}. ${of(at)}`).join("\n")
const bullets = (count: number, of: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `- ${of(at)}`).join("\n")

async function prepared(text: string) {
  const read = await readBytes(new TextEncoder().encode(text), "report.txt")
  const [made] = await prepare([read], "")
  if (made?.became.state !== "read") throw new Error(JSON.stringify(made?.became.refusal))
  const { read: reading = null, corrected: kept = null } = made.became
  return {
    draft: draftIn({ read: null, corrected: kept }),
    reading: readingIn({ read: reading, corrected: null }),
  }
}

describe("lists that are longer than a meeting has room for", () => {
  test("of people: the first are kept, the others stay as text, and a warning says so", async () => {
    const text = `${head}1. Gauges\n\n1. Gauges\n\nThey were read.\n\nParticipants\n\n${lines(limits.attendees + 3, named)}\n`
    const { draft, reading } = await prepared(text)
    expect(draft.present).toHaveLength(limits.attendees)
    const rest = docText(sectionOf(draft.text, CLOSING))
    for (const at of [500, 501, 502]) expect(rest).toContain(named(at))
    expect(rest).not.toContain(named(499))
    expect(reading.words.kept).toBe(reading.words.total)
    expect(reading.findings.find(({ rule }) => rule === "cut-short")?.values).toEqual({
      what: "kept",
      most: limits.attendees,
      count: 3,
    })
  })

  test("of items: a draft holds no more than its form can send, and the others stay as text", async () => {
    const topic = (at: number) => `Gauge of port ${letters(at)}`
    const text = `${head}${bullets(limits.agendaItems + 2, topic)}\n\nDiscussion\n\nThe gauges were read.\n\nParticipants\n\nOtto Brandvold\nLin Zhao-Perera\n`
    const { draft, reading } = await prepared(text)
    expect(draft.agenda).toHaveLength(limits.agendaItems)
    const rest = docText(sectionOf(draft.text, OPENING)) + docText(sectionOf(draft.text, CLOSING))
    for (const at of [200, 201]) expect(rest).toContain(topic(at))
    expect(reading.words.kept).toBe(reading.words.total)

    const blank = { id: crypto.randomUUID(), title: "", coverage: "discussed" }
    const form = (more: object) => ({
      fileId: crypto.randomUUID(),
      revision: "1",
      zone: "UTC",
      list: "annexed",
      agenda: [...draft.agenda, { ...blank, ...more }],
    })
    const kept = corrected(draft, correctImportInput.parse(form({})), "en")
    expect(kept.agenda).toHaveLength(limits.agendaItems)
    expect(() => corrected(draft, correctImportInput.parse(form({ title: "More" })), "en")).toThrow(
      expect.objectContaining({ fields: { agenda: "meeting.agendaLong" } }),
    )
  })

  test("of items however the reader came by them", async () => {
    const read = await readBytes(new TextEncoder().encode(`${head}1. Gauges\n`), "report.txt")
    if ("refused" in read || read.kind !== "report") throw new Error("The report was refused")
    const [item] = read.report.agenda
    if (!item) throw new Error("The report has an item")
    const children = Array.from({ length: limits.agendaItems + 4 }, () => item)
    const report = { ...read.report, agenda: [{ ...item, children }] }
    expect(draftOf(report, "").agenda).toHaveLength(limits.agendaItems)
    expect(overOf(report).findings.map(({ values }) => values)).toEqual([
      { what: "kept", most: limits.agendaItems, count: 5 },
    ])
  })

  test("a name that is too long is cut, and refuses nothing", async () => {
    const read = await readBytes(new TextEncoder().encode(`${head}1. Gauges\n`), "report.txt")
    if ("refused" in read || read.kind !== "report") throw new Error("The report was refused")
    const [host] = read.report.hosts
    if (!host) throw new Error("The report has a host")
    const report = { ...read.report, hosts: [{ ...host, value: "A".repeat(400) }] }
    expect(importDraft.parse(draftOf(report, "")).hosts).toEqual(["A".repeat(limits.title)])
  })
})
