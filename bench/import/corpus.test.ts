import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { scoreFolder } from "./read-case"
import { addScores, fields, rates } from "./score"
import { differences, scoresOf } from "./table"

const least = 0.97
/** What is read of reports in shapes that were met later never falls below this again. */
const leastOfBodies = 0.82

test("the reports of the corpus are read as a careful person reads them", async () => {
  const scored = await scoreFolder(fileURLToPath(new URL("corpus", import.meta.url)))
  expect(scored.length).toBeGreaterThanOrEqual(1050)
  const totals = addScores(scoresOf(scored))
  const poor = fields.filter((field) => rates(totals[field]).f1 < least)
  expect(
    poor.map((field) => `${field}: ${rates(totals[field]).f1.toFixed(3)}`),
    differences(scored, (field) => poor.includes(field)),
  ).toEqual([])
}, 180_000)

test("the reports in shapes that were met later are read no worse than before", async () => {
  const scored = await scoreFolder(fileURLToPath(new URL("bodies", import.meta.url)))
  expect(scored.length).toBeGreaterThanOrEqual(380)
  const totals = addScores(scoresOf(scored))
  const poor = fields.filter((field) => rates(totals[field]).f1 < leastOfBodies)
  expect(poor.map((field) => `${field}: ${rates(totals[field]).f1.toFixed(3)}`)).toEqual([])
}, 180_000)
