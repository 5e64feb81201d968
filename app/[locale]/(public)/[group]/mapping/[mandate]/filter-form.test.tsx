import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { EditionContent } from "@/lib/editions/model"
import { readView } from "@/lib/mapping/filters"
import en from "@/messages/en.json"
import { FilterForm } from "./filter-form"

const content = { areas: [], rows: [] } as unknown as EditionContent
const chosenFor = (query: string) => {
  const asked = new URLSearchParams(query)
  const view = readView((name) => asked.get(name))
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <FilterForm action="" content={content} view={view} />
    </NextIntlClientProvider>,
  )
  return [...html.matchAll(/<option value="([^"]+)" selected="">([^<]*)/g)].map(
    ([, value, label]) => [value, label],
  )
}

test("what the address asks for stays chosen in the form, though no row has it", () => {
  expect(chosenFor("kind=bpf&scope=in&year=2019&body=A+forum&stale=9")).toEqual([
    ["bpf", "Best practice forum"],
    ["2019", "2019"],
    ["A forum", "A forum"],
    ["in", "in"],
    ["9", expect.stringContaining("9")],
    ["area", expect.any(String)],
  ])
})
