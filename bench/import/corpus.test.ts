import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { scoreFolder } from "./read-case"
import { addScores, fields, rates } from "./score"
import { differences, scoresOf } from "./table"

const least = 0.97

test("the reports of the corpus are read as a careful person reads them", async () => {
  const scored = await scoreFolder(fileURLToPath(new URL("corpus", import.meta.url)))
  expect(scored.length).toBeGreaterThanOrEqual(30)
  const totals = addScores(scoresOf(scored))
  const poor = fields.filter((field) => rates(totals[field]).f1 < least)
  expect(
    poor.map((field) => `${field}: ${rates(totals[field]).f1.toFixed(3)}`),
    differences(scored, (field) => poor.includes(field)),
  ).toEqual([])
}, 180_000)
