import { expect, test } from "vitest"
import { exampleReport } from "./example"
import { tracesOf } from "./name-traces"

const people = [{ names: ["Ilse Brandvold"], phrase: "a participant" }]

test("parts of a name are shown with the words around them, and how many more there are is said", () => {
  const report = exampleReport()
  const said = (count: number) => {
    const titles = Array.from({ length: count }, (_, at) => `Item ${at} of Brandvold ${at}`)
    const agenda = titles.map((title) => ({ ...report.agenda[0], title, children: [] }))
    return { ...report, agenda, sections: [] } as unknown as typeof report
  }
  expect(tracesOf(said(0), people)).toEqual({ shown: [], more: 0, hidden: [] })
  const few = tracesOf(said(20), people)
  expect([few.shown.length, few.more]).toEqual([20, 0])
  const many = tracesOf(said(27), people)
  expect([many.shown.length, many.more]).toEqual([20, 7])
  expect(many.shown[0]).toContain("Brandvold")
})
