import { expect, test } from "vitest"
import { columnsOf, usualColumns, withHidden, withWidth } from "./columns"
import { columnsAsked, columnsQuery, withColumns } from "./columns-asked"

const read = (query: string) => {
  const asked = new URLSearchParams(query)
  return columnsAsked((name) => asked.get(name))
}

test("the columns that somebody sees stand in the address, and whoever opens it sees the same", () => {
  const seen = {
    ...withHidden(
      withHidden(withHidden(usualColumns, "status", true), "scope", true),
      "area",
      false,
    ),
    frozen: "area" as const,
  }
  const query = withColumns("?kind=dc", withWidth(seen, "area", 20))
  expect(query).toBe("?kind=dc&hide=scope+status&show=area&freeze=area")
  const there = { ...usualColumns, ...read(query) }
  expect(columnsOf(there, "area").map(({ id }) => id)).toEqual(
    columnsOf(seen, "area").map(({ id }) => id),
  )
  expect(columnsOf(there, "area").map(({ at }) => at)).toEqual(
    columnsOf(seen, "area").map(({ at }) => at),
  )
})

test("columns as usual say nothing, also those that were hidden and are shown again", () => {
  expect(columnsQuery(usualColumns)).toEqual([])
  const again = withHidden(withHidden(usualColumns, "status", true), "status", false)
  expect(withColumns("?hide=status&row=3", again)).toBe("?row=3")
  expect(withColumns("?hide=status", null)).toBe("")
  expect(read("?kind=dc")).toBeNull()
})

test("no frozen column is said too", () => {
  expect(read(withColumns("", { ...usualColumns, frozen: "none" }))).toEqual({
    ...{ hidden: {}, frozen: "none" },
  })
})

test("what an address says that is unknown counts as not said, and the number stays", () => {
  expect(read("?hide=colour,number&show=&freeze=left")).toBeNull()
  expect(read("?hide=colour+number+scope")).toEqual({ hidden: { scope: true }, frozen: null })
  expect(read("?hide=scope,status")).toEqual({
    hidden: { scope: true, status: true },
    frozen: null,
  })
})
