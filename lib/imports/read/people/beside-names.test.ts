import { describe, expect, test } from "vitest"
import { readEntry } from "./entry"

describe("somebody with small words beside the name", () => {
  test.each([
    ["plus Ana Lind as a guest", "Ana Lind"],
    ["his deputy Ana Lind (Port)", "Ana Lind"],
    ["sowie als Gast Ana Lind", "Ana Lind"],
    ["and for the first half-hour Ana Lind", "Ana Lind"],
    ["Ana Lind with a cold", "Ana Lind"],
    ["Ana Lind for the whole meeting", "Ana Lind"],
    ["Ana Lind/Boatyard Union", "Ana Lind"],
    ["Ana Lind @ Boatyard Union", "Ana Lind"],
    ["AL Ana Lind", "Ana Lind"],
    ["(AL) Ana Lind", "Ana Lind"],
    ["AL = Ana Lind, Port", "Ana Lind"],
    ["Ms A. Lind (Ana Lind)", "Ana Lind"],
  ])("%s", (text, name) => {
    expect(readEntry(text)?.name).toBe(name)
  })

  test.each(["a reporter from the Ormsund Post", "two members of the public", "of the North Pier"])(
    "nobody: %s",
    (text) => {
      expect(readEntry(text)).toBeNull()
    },
  )

  test("letters that are not hers are a part of the line", () => {
    expect(readEntry("QX Ana Lind")?.name).not.toBe("Ana Lind")
  })
})
