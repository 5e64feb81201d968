import fc from "fast-check"
import { expect, test } from "vitest"
import { exampleReport } from "@/lib/reports/example"
import { arbitraryReport, bare } from "../arbitrary-report"
import { readMarkdown } from "./read"
import { writeMarkdown } from "./write"

const published = {
  origin: "https://portal.example.org",
  sha256: "ab".repeat(32),
  entry: { position: 3, hash: "cd".repeat(32) },
}
const written = (report = exampleReport()) => writeMarkdown(report, published)

test("a report is read back whole, with its facts", () => {
  const read = readMarkdown(written())
  expect(read && bare(read)).toEqual(bare(exampleReport()))
})

test("any report is read back whole, whatever people write in it", () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const read = readMarkdown(written(report))
      expect(read && bare(read)).toEqual(bare(report))
    }),
    { numRuns: 150 },
  )
})
