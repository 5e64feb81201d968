import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test, vi } from "vitest"
import { mappingFormats } from "@/lib/mapping-files/formats"
import en from "@/messages/en.json"
import { TakeOut } from "./take-out"

const address = vi.hoisted(() => ({ query: "" }))
vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams(address.query) }))

/** The lists of files, each with its name, under the address of a view. */
function listsAt(query: string) {
  address.query = query
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <TakeOut base="/desk/wg/mapping/roadmap" formats={mappingFormats} />
    </NextIntlClientProvider>,
  )
  return [...html.matchAll(/<section aria-label="([^"]*)">(.*?)<\/section>/g)].map(
    ([, name, list = ""]) => ({
      name,
      hrefs: [...list.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) =>
        href.replaceAll("&amp;", "&"),
      ),
    }),
  )
}
const files = (query: string) =>
  mappingFormats.map((format) => `/desk/wg/mapping/roadmap/files/${format}${query}`)

test("the whole table is taken out where no filter is set, however it is grouped", () => {
  for (const query of ["", "by=body&row=7&hide=status"])
    expect(listsAt(query)).toEqual([{ name: "The whole table", hrefs: files("") }])
})

test("under filters it is a choice, in every format: what they let through, or all", () => {
  expect(listsAt("kind=dc&q=school+net&by=body&row=7&page=2")).toEqual([
    { name: "What is shown", hrefs: files("?kind=dc&q=school+net") },
    { name: "All rows", hrefs: files("") },
  ])
})
