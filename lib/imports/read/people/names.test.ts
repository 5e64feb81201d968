import { expect, test } from "vitest"
import { findNames } from "./names"

const names = (text: string) => findNames(text).map(({ name }) => name)

test("a small word between two whole names parts two people", () => {
  expect(names("hoy: Ana Lind y Ben Okoro.")).toEqual(["Ana Lind", "Ben Okoro"])
  expect(names("hoy: Ana Lind y Okoro.")).toEqual(["Ana Lind y Okoro"])
})
