import { describe, expect, test } from "vitest"
import { itemsOf } from "../short-minutes"
import { saysPutOff } from "./put-off"

describe("an item whose first paragraph says that it was put off", () => {
  test("was not reached, whatever closes the meeting below it", () => {
    expect(
      itemsOf(
        "1. Lamps\n\nBen read the report.\n\n2. Oil\n\nNot reached.\n\nMembers left with these tasks.\n\nBen Okoro - count the lamps - 4 May\n",
      ),
    ).toEqual(["Lamps: discussed", "Oil: not-reached"])
  })

  test("says nothing of the whole where it is on a part of it, or where nothing stands below", () => {
    expect(saysPutOff("The colour was left for later.\nBen read the report.", false)).toBe(false)
    expect(saysPutOff("Left for later.\nBen read the report.", false)).toBe(true)
    expect(saysPutOff("Ben read the report.\nLeft for later.", false)).toBe(false)
  })
})
