import { expect, test } from "vitest"
import { exampleReport } from "./example"
import { reportContent } from "./model"

const accepted = (value: unknown) => reportContent.safeParse(value).success

test("a whole report is accepted and comes out as it went in", () => {
  expect(reportContent.parse(exampleReport())).toEqual(exampleReport())
})

test("what belongs to a draft is refused wherever it stands", () => {
  const report = exampleReport()
  expect(accepted({ ...report, joinLink: "https://example.org/call" })).toBe(false)
  expect(accepted({ ...report, meeting: { ...report.meeting, revision: 4 } })).toBe(false)
  expect(
    accepted({ ...report, noteTaker: { name: "A", capacity: "", email: "a@example.org" } }),
  ).toBe(false)
  const mention = { type: "mention", attrs: { label: "Ilse", personId: "p-1" } }
  const sections = [{ id: "opening", content: [{ type: "paragraph", content: [mention] }] }]
  expect(accepted({ ...report, sections })).toBe(false)
})

test("a list that is given on request has no names", () => {
  const counts = { present: 16, regrets: 2, written: 0 }
  const report = exampleReport({ attendance: { list: "on-request", counts } })
  expect(accepted(report)).toBe(true)
  expect(accepted({ ...report, attendance: { list: "on-request", counts, present: [] } })).toBe(
    false,
  )
})

test("text stands under an item of the agenda, once, or outside it", () => {
  const stray = { id: "item-9", content: [] }
  const twice = { id: "opening", content: [] }
  const { sections } = exampleReport()
  expect(accepted(exampleReport({ sections: [...sections, stray] }))).toBe(false)
  expect(accepted(exampleReport({ sections: [...sections, twice] }))).toBe(false)
})

test.each(["javascript:alert(1)", "data:text/html,x", "//example.org", "/desk"])(
  "a link to %s is refused",
  (href) => {
    const text = { type: "text", text: "here", marks: [{ type: "link", attrs: { href } }] }
    const sections = [{ id: "opening", content: [{ type: "paragraph", content: [text] }] }]
    expect(accepted({ ...exampleReport(), sections })).toBe(false)
  },
)
