import { describe, expect, test } from "vitest"
import { completeNames } from "../roll/roll-names"
import { courtesyOf } from "./courtesy"
import { readEntry } from "./entry"

describe("a short word in front of several names is a title", () => {
  test.each([
    [["Hr. Ana Lind", "Hr. Ben Okoro"], "Ana Lind"],
    [["Dª. Ana Lind", "D. Ben Okoro", "Dª. Eva Sato"], "Ana Lind"],
    [["Fk Ana Lind", "Fk Eva Sato", "Ben Okoro"], "Ana Lind"],
    [["D. Ana Lind", "D. Ben Okoro"], "Ana Lind"],
    [["Mama Ana Lind", "Mama Eva Sato", "Mama Ida Moe", "Ben Okoro"], "Ana Lind"],
  ])("%s", (names, expected) => {
    expect(courtesyOf("", names)(names[0] ?? "")).toBe(expected)
  })

  test.each([
    [["A. Lind", "A. Okoro"]],
    [["Ch. Lind", "Eva Sato"]],
    [["Ng Ana", "Ng Ben"]],
    [["Ana Maria Lind", "Ana Lucia Sato", "Ben Okoro"]],
    [["Ana Maria Lind", "Ana Lucia Sato", "Ana Rosa Moe", "Ana Okoro"]],
    [["J. Ana Lind", "J. Ben Okoro", "Eva Sato", "Tom Hale", "Ida Moe", "Ali Khan", "Bo Ek"]],
  ])("but not in %s", (names) => {
    expect(courtesyOf("", names)(names[0] ?? "")).toBe(names[0])
  })
})

test("what somebody does for a living, whom the text calls by name alone", () => {
  const text = "Present: Journalist Ana Lind, Ben Okoro. Ana Lind spoke. Ana Lind thanked all."
  expect(courtesyOf(text, [])("Journalist Ana Lind")).toBe("Ana Lind")
  expect(courtesyOf("Walter Ana Lind came. Walter Ana Lind spoke.", [])("Walter Ana Lind")).toBe(
    "Walter Ana Lind",
  )
})

test("initials in a list of whole names", () => {
  const names = (list: string[]) => {
    const people = list.map((name) => ({ name }))
    completeNames(people, [{ value: "Torben Lind" }])
    return people.map(({ name }) => name)
  }
  expect(names(["T. Lind", "Ben Okoro", "Eva Sato"])).toEqual([
    "Torben Lind",
    "Ben Okoro",
    "Eva Sato",
  ])
  expect(names(["T Lind", "B Okoro", "E Sato"])).toEqual(["T Lind", "B Okoro", "E Sato"])
  expect(names(["A. Lind", "Ben Okoro", "Eva Sato"])[0]).toBe("A. Lind")
})

describe("what stands around the name of an entry", () => {
  test.each([
    ["dl. Ana Lind", "Ana Lind"],
    ["Assoc. Prof. Ana Lind", "Ana Lind"],
    ["Fr Tom Hale PP", "Tom Hale"],
    ["Ana Lind MSc", "Ana Lind"],
    ["Ana Maria LIND", "Ana Maria LIND"],
    ["Ben Stokes BS", "Ben Stokes BS"],
  ])("%s", (text, expected) => {
    expect(readEntry(text)?.name).toBe(expected)
  })
})

test("titles of other tongues, and a long one that several bear", () => {
  expect(readEntry("Assoc Prof Ana Lind (AL) - Chair")?.name).toBe("Ana Lind")
  expect(readEntry("Thiru. Ben Okoro, Ward Member 3")?.name).toBe("Ben Okoro")
  const called = courtesyOf("", ["Pandt. Ana Lind", "Pandt. Ben Okoro", "Chas. Moe"])
  expect(called("Pandt. Ana Lind")).toBe("Ana Lind")
  expect(called("Chas. Moe")).toBe("Chas. Moe")
})

test("a trade of a place or a rank, which is no part of a name", () => {
  expect(readEntry("City Forester Ana Lind")?.name).toBe("Ana Lind")
  expect(readEntry("Senior Planner Ben Okoro (north)")?.name).toBe("Ben Okoro")
  expect(readEntry("Ann Forester Lind")?.name).toBe("Ann Forester Lind")
})
