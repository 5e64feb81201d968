import { NextIntlClientProvider } from "next-intl"
import type { ComponentProps } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { CellField } from "@/lib/mapping/model"
import en from "@/messages/en.json"
import { emptyRow } from "../live/ops"
import type { BothOf, Refused } from "../live/store"
import { Clashes } from "./clashes"
import type { RowsSetting } from "./grid-row"

const rows = ["one", "two"].map((id, at) => ({ ...emptyRow(id, "area", at), number: at + 1 }))
const setting = {
  words: { field: { suggests: "What it suggests", citation: "Citation", status: "Status" } },
  may: { edit: true, decide: true },
  naming: { status: { open: "open", done: "done" } },
} as unknown as RowsSetting

type Given = Pick<ComponentProps<typeof Clashes>, "clashes" | "refused"> &
  Partial<Pick<ComponentProps<typeof Clashes>, "areas">>
const drawn = (given: Given) => {
  const nothing = () => {}
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <Clashes
        {...{ rows, setting, areas: [], shows: false, takesFocus: false, none: nothing }}
        {...{ settle: nothing, discard: nothing, again: nothing, addAgain: nothing }}
        {...given}
      />
    </NextIntlClientProvider>,
  )
  const buttons = [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, words]) => words)
  return { html, buttons }
}
const clash = (id: string, mine: string, save?: string, value = "Theirs"): BothOf => ({
  ...{ id, rowId: id, field: "suggests", revision: 1, value, by: "Samir Koskela" },
  ...{ at: "2022-03-03T13:37:42.000Z", mine, ...(save && { save }) },
})
const refusal = (rowId: string, field: CellField, mine: unknown): Refused => ({
  ...{ id: `${rowId} ${field}`, rowId, field, mine, message: "Row 1 was retired", save: "block" },
})

test("both is not offered where the cell cannot hold both, and it is said why", () => {
  const long = "x".repeat(6_000)
  const { html, buttons } = drawn({ clashes: [clash("one", long, "a", long)], refused: [] })
  expect(buttons).toEqual(["Keep mine", "Take theirs"])
  expect(html).toContain("more than this cell holds")
  expect(drawn({ clashes: [clash("one", "Mine", "a")], refused: [] }).buttons).toEqual([
    ...["Keep mine", "Take theirs", "Keep both"],
  ])
})

test("it is said of which day the other's words are: they may be days old", () => {
  const { html } = drawn({ clashes: [clash("one", "Mine")], refused: [] })
  expect(html).toContain("3 March 2022")
  expect(html).toContain("13:37 UTC")
})

test("many that clash in one save are chosen between at once, or each by itself", () => {
  const { html, buttons } = drawn({
    ...{ clashes: [clash("one", "Mine", "a"), clash("two", "Mine", "a")], refused: [] },
  })
  expect(html).toContain("2 cells of one save")
  expect(buttons.slice(0, 2)).toEqual(["Keep all of mine", "Take all of theirs"])
  expect(buttons.filter((words) => words === "Keep mine")).toHaveLength(2)
})

test("many that were refused of one save are tried again or discarded at once", () => {
  const cells = [refusal("one", "suggests", "Mine"), refusal("one", "status", "done")]
  const { html, buttons } = drawn({ clashes: [], refused: cells })
  expect(buttons.slice(0, 2)).toEqual(["Try all again", "Discard all"])
  // The reason is told for all of them, and at each.
  expect(html.match(/Row 1 was retired/g)).toHaveLength(3)
})

test("many new rows that were refused are added to one area, or discarded, at once", () => {
  const refused = ["x", "y"].map((id) => refusal(id, "suggests", "Mine"))
  const area = { id: "area", slug: "a", title: "Inclusion", aliases: [], position: 1, revision: 1 }
  const { html, buttons } = drawn({
    ...{ clashes: [], refused, areas: [{ ...area, crossCutting: false }] },
  })
  expect(html).toContain("2 new rows")
  expect(buttons).toEqual([
    ...["Add all to this area", "Discard all"],
    ...["Add it to this area", "Discard it", "Add it to this area", "Discard it"],
  ])
})

test("of very many none is drawn before it is asked for", () => {
  const many = Array.from({ length: 40 }, (_, at) => ({
    ...{ ...refusal("one", "suggests", "Mine"), id: String(at) },
  }))
  const { buttons } = drawn({ clashes: [], refused: many })
  expect(buttons).toEqual(["Try all again", "Discard all"])
})
