import { expect, test } from "vitest"
import { isShort, writtenOut } from "./written-out"

const names = ["Ana Lind", "Ben Okoro", "Ivo Sato", "Ida Sato", "Eva van Dorn"]

test("the only whole name that a shorter one can stand for", () => {
  const short = ["A. Lind", "Lind A.", "Ben O.", "Okoro", "B Okoro Esq", "E. van Dorn"]
  expect(short.every(isShort)).toBe(true)
  expect(short.map((name) => writtenOut(name, names))).toEqual([
    "Ana Lind",
    "Ana Lind",
    "Ben Okoro",
    "Ben Okoro",
    "Ben Okoro",
    "Eva van Dorn",
  ])
})

test("what could be two people, another letter, or a whole name", () => {
  expect(writtenOut("I. Sato", names)).toBeNull()
  expect(writtenOut("C. Lind", names)).toBeNull()
  expect(writtenOut("Carla Lind", names)).toBeNull()
  expect(isShort("Ana B. Lind")).toBe(false)
})
