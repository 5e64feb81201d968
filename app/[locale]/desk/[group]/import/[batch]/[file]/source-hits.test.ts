import fc from "fast-check"
import { expect, test } from "vitest"
import { splitLines } from "@/lib/imports/read/text/source"
import { cutLine, hitsByLine } from "./source-hits"

test("a line is cut where values and findings begin and end; the shortest value leads", () => {
  const line = "The 26th meeting was held"
  const cuts = cutLine(line, 100, [
    { from: 100, to: 125, look: "hit", value: 1, target: "start" },
    { from: 104, to: 108, look: "hit", value: 2, target: "number" },
    { from: 104, to: 116, look: "hit at" },
  ])
  expect(cuts.map(({ words, hit }) => [words, hit?.look, hit?.target])).toEqual([
    ["The ", "hit", "start"],
    ["26th", "hit at", "number"],
    [" meeting", "hit at", "start"],
    [" was held", "hit", "start"],
  ])
})

test("whatever is marked, a line shows all of its words in order, and every hit of its own", () => {
  const text = fc.string({ maxLength: 60 }).map((words) => words.replaceAll(" ", "\n"))
  const ranges = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 6 })
  fc.assert(
    fc.property(text, ranges, (source, marked) => {
      const hits = marked.map(([from, long]) => ({ from, to: from + long + 1, look: "hit" }))
      const lines = splitLines(source)
      const here = hitsByLine(lines, hits)
      for (const [at, { from, to }] of lines.entries()) {
        const mine = hits.filter((hit) => hit.from < to && hit.to > from)
        expect(new Set(here[at])).toEqual(new Set(mine))
        const cuts = cutLine(source.slice(from, to), from, here[at] ?? [])
        expect(cuts.map(({ words }) => words).join("")).toBe(source.slice(from, to))
      }
    }),
  )
})
