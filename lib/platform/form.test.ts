import fc from "fast-check"
import { expect, test } from "vitest"
import { formToData } from "./form"

const form = (...pairs: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

test("names with dots are paths, and numbers in them places in a list", () => {
  const data = formToData(
    form(
      ["title", "Call"],
      ["agenda.1.title", "Second"],
      ["agenda.0.title", "First"],
      ["agenda.10.title", "Last"],
    ),
  )
  expect(data).toEqual({
    title: "Call",
    agenda: [{ title: "First" }, { title: "Second" }, { title: "Last" }],
  })
})

test("a name that stands several times is a list, and so is one that says so", () => {
  expect(formToData(form(["owner", "a"], ["owner", "b"], ["only[]", "c"]))).toEqual({
    owner: ["a", "b"],
    only: ["c"],
  })
})

test("the framework's own fields and names that reach for prototypes are left out", () => {
  const data = formToData(
    form(
      ["$ACTION_ID_x", ""],
      ["__proto__.admin", "yes"],
      ["a.constructor.b", "yes"],
      ["kept", "1"],
    ),
  )
  expect(data).toEqual({ kept: "1" })
  expect(({} as { admin?: string }).admin).toBeUndefined()
})

test("any names at all make plain data and never throw", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
      expect(typeof formToData(form(...pairs))).toBe("object")
    }),
  )
})
