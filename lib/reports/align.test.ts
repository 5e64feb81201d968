import { expect, test } from "vitest"
import { alignReports, touchedPlaces } from "./align"
import type { ReportBlock } from "./blocks"
import { compareVersions } from "./compare"
import { exampleReport, line } from "./example"

const words = {
  statement: "Statement",
  decision: "Decision",
  action: "Action",
  question: "Question",
  owners: "Owners",
  due: "Due",
  outcome: "Outcome",
}
const soon = () => performance.now() + 10_000
const decision = (id: string, said: string): ReportBlock => ({
  type: "decision",
  attrs: { id },
  content: [line(said)],
})
const opening = (...content: ReportBlock[]) =>
  exampleReport({ sections: [{ id: "opening", content }] })
const placesOf = (older: ReportBlock[], newer: ReportBlock[]) =>
  touchedPlaces(opening(...older), opening(...newer))

test("nothing is touched between equal versions, whatever their dates", () => {
  const one = exampleReport()
  expect(touchedPlaces(one, { ...one, version: 2, publishedAt: "2030-01-01T00:00:00Z" })).toEqual(
    [],
  )
})

test("a changed, a new and a removed paragraph are named by where they stand in the newer version", () => {
  const [a, b, c] = [line("One."), line("Two."), line("Three.")]
  expect(placesOf([a, b, c], [a, line("Two and a half."), c])).toEqual(["opening.1"])
  expect(placesOf([a, c], [a, b, c])).toEqual(["opening.1"])
  expect(placesOf([a, b, c], [a, c])).toEqual(["opening.1"])
  expect(placesOf([a, b], [a])).toEqual(["opening.0"])
  expect(placesOf([a], [])).toEqual([""])
})

test("facts, agenda and attendance stand outside the text", () => {
  const one = exampleReport()
  const moved = { ...one, meeting: { ...one.meeting, number: 34 } }
  expect(touchedPlaces(one, moved)).toEqual([""])
})

test("a block of the record is the same one wherever it stands, whatever it says by now", () => {
  const older = opening(
    line("Before."),
    decision("d1", "The plan is adopted."),
    decision("d2", "No."),
  )
  const newer = opening(
    line("Other."),
    decision("d2", "No."),
    decision("d1", "The plan is rejected."),
  )
  const pairs = alignReports(older, newer).flatMap((section) => section.pairs)
  const first = pairs.find(({ now }) => now?.type === "decision" && now.attrs.id === "d1")
  expect(first?.was).toMatchObject({ attrs: { id: "d1" } })
})

test("words stand beside each other, each side with what belongs to it", () => {
  const older = opening(line("Eleven people spoke."), line("It ended at noon."))
  const newer = opening(line("Twelve people spoke."), line("It ended at noon."), line("Thanks."))
  const { sections } = compareVersions(older, newer, words, soon())
  const pairs = sections.flatMap((section) => section.pairs)
  expect(pairs.map(({ kind, place }) => [kind, place])).toEqual([
    ["changed", "opening.0"],
    ["added", "opening.2"],
  ])
  expect(pairs[0]?.was).toEqual([
    { kind: "removed", text: "Eleven" },
    { kind: "same", text: " people spoke." },
  ])
  expect(pairs[0]?.now).toEqual([
    { kind: "added", text: "Twelve" },
    { kind: "same", text: " people spoke." },
  ])
  expect(pairs[1]?.was).toEqual([])
})

test("the same words in bold are said to be set otherwise", () => {
  const bold = line({ type: "text", text: "One.", marks: [{ type: "bold" }] })
  const { sections } = compareVersions(opening(line("One.")), opening(bold), words, soon())
  expect(sections[0]?.pairs[0]?.kind).toBe("formatting")
})
