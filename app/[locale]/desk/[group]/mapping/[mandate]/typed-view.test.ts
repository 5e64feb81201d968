import { expect, test } from "vitest"
import { readView } from "@/lib/mapping/filters"
import { typedView } from "./typed-view"

const saying = (said: Record<string, string>) => (name: string) => said[name] ?? null
const shown = readView(saying({ kind: "dc", q: "forum", row: "7" }))

test("a form that says what is shown asks for nothing, whichever row is open", () => {
  expect(typedView(saying({ kind: "dc", q: " forum ", area: "", by: "area" }), shown)).toBeNull()
})

test("what was typed before the grid had come is asked for", () => {
  const typed = typedView(saying({ kind: "dc", q: "forum on access" }), shown)
  expect(typed?.filters).toMatchObject({ kind: "dc", q: "forum on access" })
  expect(typedView(saying({ kind: "dc", q: "forum", by: "body" }), shown)?.by).toBe("body")
})
