import { describe, expect, test } from "vitest"
import { alikeFronts } from "./alike-fronts"
import { alikeTails } from "./alike-tails"

/** The titles without what is alike in front of them and behind them. */
const bare = (...titles: string[]) => {
  const [fronts, tails] = [alikeFronts(titles), alikeTails(titles)]
  return titles.map((title) => title.slice(fronts.get(title) ?? 0, tails.get(title)?.end))
}
const BARE = ["Lamps for the pier", "Paint", "Any other business"]

describe("what counts the titles is no part of them", () => {
  test.each([
    ["S-1 Lamps for the pier", "S-2 Paint", "S-3 Any other business"],
    ["112/1 | Lamps for the pier", "112/2 | Paint", "112/3 | Any other business"],
    [
      "Agenda Item No. 4: Lamps for the pier",
      "Agenda Item No. 5: Paint",
      "Agenda Item No. 6: Any other business",
    ],
    ["Topic III – Lamps for the pier", "Topic IV – Paint", "Topic V – Any other business"],
  ])("%s", (...titles) => {
    expect(bare(...titles)).toEqual(BARE)
  })

  test.each([
    ["Goal 1 of the plan", "Paint", "Goal 3 of the plan"],
    ["2021 accounts", "2023 budget", "Any other business"],
    ["Pier 1", "Pier 2", "Pier 3"],
    ["Lamps", "Paint", "Tools"],
  ])("but %s", (...titles) => {
    expect(bare(...titles)).toEqual(titles)
  })
})

describe("where a matter is kept is no part of its title", () => {
  test.each([
    ["Lamps for the pier core#3312", "Paint", "Any other business"],
    ["Lamps for the pier (#44)", "Paint (!7)", "Any other business"],
    ["Lamps for the pier [L2/PF/19-144]", "Paint", "Any other business"],
    [
      "Lamps for the pier (0:02 – 0:21)",
      "Paint (0:21 – 0:33)",
      "Any other business (0:33 – 1:02:10)",
    ],
  ])("%s", (...titles) => {
    expect(bare(...titles)).toEqual(BARE)
  })

  test("a number that the title speaks of stays", () => {
    const titles = ["Approve the minutes of meeting #111", "Paint [blue]", "Any other business"]
    expect(bare(...titles)).toEqual(titles)
  })
})
