import { describe, expect, test } from "vitest"
import { readReport } from "@/lib/imports/read/report"
import { checkReport } from "../check"
import { sound } from "./cases/case"
import { foundIn } from "./cases/found"

const counted = (text: string) =>
  foundIn("count-mismatch", text).map(({ values }) => [values.how, values.text, values.count])

describe("counts", () => {
  test.each([
    ["Lin named four aims:\n\n- reading\n- mending\n- painting", "list", "four aims", 3],
    [
      "The plan has three main priorities of the group for two years (final version):\n\n1) Read.\n2) Mend.\n3) Paint.\n4) Sell.",
      "list",
      "three main priorities",
      4,
    ],
    [
      "It includes seven aims - read the gauges; mend the pier; paint it; a list of boats, etc.",
      "sentence",
      "seven aims",
      4,
    ],
    ["Five tasks: (a) reading; (b) mending; and (c) painting.", "sentence", "Five tasks", 3],
    [
      "The 32 members of the expert group will be asked. All 30 members of the expert group were asked before.",
      "elsewhere",
      "All 30 members of the expert group",
      32,
    ],
  ])("%s", (text, how, words, count) => {
    expect(counted(text)).toEqual([[how, words, count]])
  })

  test.each([
    "Lin named three aims:\n\n- reading\n- mending\n- painting",
    "Two pilots named three aims:\n\n- reading\n- mending\n- painting",
    "Lin named at least three aims:\n\n- reading\n- mending\n- painting\n- selling",
    "Lin named five aims, including:\n\n- reading\n- mending",
    "After 20 minutes these were named:\n\n- reading\n- mending",
    "Two of the five aims were read: one; another; a third.",
    "There are seven aims; the first was met.",
    "The 32 members of the expert group and the 12 members of the board were asked.",
    "32 members will be invited.",
    "Lin named three aims:\n\nThey are old.",
    "Item 3 was moved: reading; mending.",
  ])("hold: %s", (text) => {
    expect(counted(text)).toEqual([])
  })

  test("the list of participants is counted where the opening says how many came", () => {
    const opening = (words: string) =>
      checkReport(readReport(sound.replace("It was hosted", `${words} It was hosted`), "tides.txt"))
    expect(opening("It was attended by 25 participants.")).toMatchObject([
      { rule: "count-mismatch", values: { count: 2 } },
    ])
    expect(opening("It was attended by 2 participants.")).toEqual([])
  })
})
