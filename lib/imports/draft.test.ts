import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { labelAgenda } from "@/lib/meetings/labels"
import { CLOSING, docText, emptyDoc, OPENING, sectionOf } from "@/lib/minutes/model"
import { draftOf, importDraft, wordsInValues } from "./draft"
import { readReport } from "./read/report"
import { wordsKept } from "./words-kept"

const sample = (name: string) =>
  readReport(readFileSync(new URL(`./read/samples/${name}`, import.meta.url), "utf8"), name)

const folder = new URL("./read/samples/", import.meta.url)
const group = "Working Group on Harbour Standards"

/** The text of a draft's section by the label of its item. */
function textsOf(name: string): Record<string, string> {
  const draft = importDraft.parse(draftOf(sample(name), group))
  const items = labelAgenda(draft.agenda).map(({ id, label }) => [label, id] as const)
  return Object.fromEntries(
    [[OPENING, OPENING] as const, ...items, [CLOSING, CLOSING] as const].map(([label, id]) => [
      label,
      docText(sectionOf(draft.text, id)),
    ]),
  )
}

describe("a draft", () => {
  test("holds the text under its items, without what stands in values", () => {
    const texts = textsOf("virtual-call.txt")
    expect(texts.opening).toMatch(/^The 21st virtual meeting .*The co-chair opened the meeting/s)
    expect(texts["1"]).toMatch(/^A draft table was shown .* so that gaps can be seen at once\./)
    expect(texts["2"]).toMatch(/^2\. Update on behalf of the Office of the Harbour Mater\nDawit/)
    expect(texts["3"]).toMatch(/^Priya Castelnau outlined/)
    expect(texts["4a"]).toContain("until the end of June")
    expect(texts["4b"]).toBe("No updates have been presented by the young pilots.")
    expect(texts.closing).toBe("")
  })

  test("takes a name in brackets from the title as presenter, and what was marked as outcomes", () => {
    expect(draftOf(sample("virtual-call.txt"), group).agenda[2]).toMatchObject({
      title: "Spring survey 2022 first results",
      presenter: "Priya Castelnau",
    })
    const { text, agenda } = draftOf(sample("minutes-short.txt"), group)
    const datum = sectionOf(text, agenda[1]?.id ?? "").content.map(({ type }) => type)
    expect(datum).toEqual(["paragraph", "decision", "action"])
  })

  test("keeps what belongs to no item where it stood: before or after the items", () => {
    const texts = textsOf("one-per-line.md")
    expect(texts.opening).toContain("was held on 7 November 2022")
    expect(texts["2"]).toContain("Keep the berth table open, so that members")
    expect(texts["5"]).toContain("not reached due to lack of time")
  })

  test("has a title only where the report says more than the group's name and its number", () => {
    expect(draftOf(sample("virtual-call.txt"), group).title).toBe("")
    expect(draftOf(sample("virtual-call.txt"), "Tide Group").title).toBe(group)
    expect(draftOf(sample("headings.md"), group).title).toBe("Buoy group weekly")
    expect(draftOf(sample("reordered.txt"), group).title).toBe(
      "Coastal Data Council, Report of the fifty-ninth session",
    )
  })

  test.each(readdirSync(folder))("%s: every word of the source is in the draft", (name) => {
    const source = readFileSync(new URL(name, folder), "utf8")
    const report = readReport(source, name)
    const { text } = draftOf(report, group)
    const { total, kept } = wordsKept(source, wordsInValues(report), text)
    expect(kept).toBe(total)
    const less = { ...text, sections: { ...text.sections, [OPENING]: emptyDoc() } }
    if (docText(sectionOf(text, OPENING))) {
      expect(wordsKept(source, wordsInValues(report), less).kept).toBeLessThan(total)
    }
  })

  test("counts a text that has no number, start or agenda as a draft all the same", () => {
    const draft = draftOf(readReport("Minutes\n\nWe met and talked.\n", "bare.txt"), group)
    expect(importDraft.parse(draft)).toMatchObject({ number: null, startsAt: null, agenda: [] })
    expect(docText(sectionOf(draft.text, OPENING))).toBe("We met and talked.")
  })
})
