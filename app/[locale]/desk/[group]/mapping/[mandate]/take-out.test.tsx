import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test, vi } from "vitest"
import en from "@/messages/en.json"
import { TakeOut } from "./take-out"

const address = vi.hoisted(() => ({ query: "" }))
vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams(address.query) }))

function linksAt(query: string) {
  address.query = query
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <TakeOut base="/desk/wg/mapping/roadmap" />
    </NextIntlClientProvider>,
  )
  return [...html.matchAll(/href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href = "", words]) => [
    ...[words, href.replaceAll("&amp;", "&")],
  ])
}
const whole = "/desk/wg/mapping/roadmap/files/xlsx"

test("the whole table is taken out where no filter is set, however it is grouped", () => {
  for (const query of ["", "by=body&row=7&hide=status"])
    expect(linksAt(query)).toEqual([["Take out", whole]])
})

test("under filters it is a choice: what they let through, or all", () => {
  expect(linksAt("kind=dc&q=school+net&by=body&row=7&page=2")).toEqual([
    ["Take out what is shown", `${whole}?kind=dc&q=school+net`],
    ["Take out all", whole],
  ])
})
