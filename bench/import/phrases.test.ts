import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { countPhrases, missedPhrases } from "./phrase-table"
import { scorePhrases } from "./phrases"

/** What is read of single phrases, whole, never falls below this share of a kind again. */
const least = 0.87
/** Of tasks half are whole minutes with several of them, of which each has to be read, whose it is and until when. */
const leastOfTasks = 0.78

test("the ways in which minutes say one thing are read no worse than before", async () => {
  const scored = await scorePhrases(fileURLToPath(new URL("phrases", import.meta.url)))
  expect(scored.length).toBeGreaterThanOrEqual(2200)
  const poor = Object.entries(countPhrases(scored)).filter(
    ([kind, { share }]) => share < (kind === "tasks" ? leastOfTasks : least),
  )
  expect(
    poor,
    missedPhrases(scored, () => true),
  ).toEqual([])
}, 180_000)
