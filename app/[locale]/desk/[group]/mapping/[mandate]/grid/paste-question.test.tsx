import { NextIntlClientProvider } from "next-intl"
import type { ComponentProps } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import en from "@/messages/en.json"
import { PasteQuestion } from "./paste-question"

const drawn = (given: Pick<ComponentProps<typeof PasteQuestion>, "crossed" | "over" | "here">) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <PasteQuestion {...given} anchor={() => null} answer={() => {}} />
    </NextIntlClientProvider>,
  )
  const buttons = [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, words]) => words)
  return { html, buttons, name: /<dialog[^>]* aria-label="([^"]*)"/.exec(html)?.[1] }
}
const crossed = [
  { title: "3 Trust", rows: 2 },
  { title: "4 Cooperation", rows: 1 },
]

test("a block that crosses heads is asked about: what is overwritten is named, and rows can be added here", () => {
  const { html, buttons, name } = drawn({
    crossed,
    over: { added: 0, area: "" },
    here: { added: 3, area: "Intelligence" },
  })
  expect(name).toContain("3 rows")
  for (const words of ["3 Trust", "2 rows", "4 Cooperation", "1 row", "“Intelligence”"])
    expect(html).toContain(words)
  expect(buttons).toEqual(["Do not paste", "Overwrite 3 rows", "Add 3 rows here and paste"])
})

test("only the ways in which the block fits are offered", () => {
  const over = { added: 4, area: "Cooperation" }
  expect(drawn({ crossed, over, here: null }).buttons).toEqual([
    ...["Do not paste", "Overwrite 3 rows and add 4"],
  ])
  const here = { added: 3, area: "Intelligence" }
  expect(drawn({ crossed, over: null, here }).buttons).toEqual([
    ...["Do not paste", "Add 3 rows here and paste"],
  ])
})

test("rows that lack at the end are asked about as before", () => {
  const { name, buttons } = drawn({
    ...{ crossed: [], here: null },
    over: { added: 2, area: "Cooperation" },
  })
  expect(name).toBe("Add 2 rows?")
  expect(buttons).toEqual(["Do not paste", "Add 2 rows and paste"])
})
