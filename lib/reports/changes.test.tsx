import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test, vi } from "vitest"
import { COMPARE_MS } from "@/lib/minutes/compare-words"
import { plainWords } from "@/lib/minutes/plain-words"
import en from "@/messages/en.json"
import { type VersionChanges as Changed, compareVersions } from "./compare"
import { composeWithdrawal } from "./compose-withdrawal"
import { exampleReport, line } from "./example"
import type { ReportContent } from "./model"
import { VersionChanges } from "./render/changes"

const changes = (older: ReportContent, newer: ReportContent) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <VersionChanges older={older} newer={newer} />
    </NextIntlClientProvider>,
  )

test("beside a withdrawal nobody is said to have been absent: it says nothing of who was there", () => {
  const report = exampleReport()
  const by = { name: "Hyejin Abara", capacity: "Co-chair" }
  const at = new Date("2022-03-12T10:00:00Z")
  const withdrawn = composeWithdrawal(report, { at, reason: "Not agreed.", by })
  expect(changes(report, withdrawn)).toContain("Present")
  for (const [older, newer] of [
    [report, withdrawn],
    [withdrawn, { ...report, version: 3 }],
  ] as const)
    expect(changes(older, newer)).not.toMatch(/0 present|no regrets/)
})

/** So many lines that share nothing with those of another letter: comparing them takes longer than it may. */
const strange = (letter: string) =>
  Array.from({ length: 1_000 }, (_, place) => `${letter}${String(place)}`)

/**
 * How long work takes by a clock that goes on by a millisecond each time that a comparison looks at it,
 * so that the machine's own pace does not count.
 */
function taken(work: () => void): number {
  let time = 0
  const clocks = [
    vi.spyOn(Date, "now").mockImplementation(() => time++),
    vi.spyOn(performance, "now").mockImplementation(() => time),
  ]
  work()
  for (const clock of clocks) clock.mockRestore()
  return time
}
/** One comparison, and a look at the clock for each part that comes too late. */
const patience = COMPARE_MS + 100

test("however many sections share nothing, the text takes the time of one comparison", () => {
  const sections = ["opening", "i1", "i2", "i2a", "i2b", "i3", "closing"]
  const report = (letter: string) => {
    const { agenda } = exampleReport()
    const item = { ...agenda[0], children: [] } as (typeof agenda)[number]
    return exampleReport({
      agenda: sections.slice(1, -1).map((id) => ({ ...item, id })),
      sections: sections.map((id) => ({
        ...{ id, content: strange(letter).map((words) => line(words)) },
      })),
    })
  }
  const [older, newer] = [report("a"), report("b")]
  let found: Changed = { sections: [], coarse: false }
  const work = () => {
    found = compareVersions(older, newer, plainWords("en"), performance.now() + COMPARE_MS)
  }
  expect(taken(work)).toBeLessThan(patience)
  expect(found.sections.map(({ id }) => id)).toEqual(sections)
  expect(found.coarse).toBe(true)
})

test("facts that share nothing take their time from the same comparison, and the page says that it gave up", () => {
  const report = (letter: string) => {
    const named = strange(letter).map((name) => ({ name, capacity: "" }))
    return exampleReport({
      ...{ chairs: named, hosts: named, moderators: named },
      attendance: { list: "annexed", present: named, regrets: named, written: named },
    })
  }
  const [older, newer] = [report("a"), report("b")]
  let markup = ""
  const work = () => {
    markup = changes(older, newer)
  }
  expect(taken(work)).toBeLessThan(patience)
  expect(markup).toContain("whole paragraphs are marked")
  for (const name of ["a999", "b999"]) expect(markup.split(name)).toHaveLength(7)
})
