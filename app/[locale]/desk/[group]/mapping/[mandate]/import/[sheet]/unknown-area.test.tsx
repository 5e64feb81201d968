import { NextIntlClientProvider } from "next-intl"
import type { ComponentProps } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import en from "@/messages/en.json"
import { UnknownArea } from "./unknown-area"

const drawn = (given: Partial<ComponentProps<typeof UnknownArea>>) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <UnknownArea
        {...{ name: "Space", at: 0, mayName: true, chosen: undefined }}
        areas={[{ value: "1", label: "Global connectivity" }]}
        {...given}
      />
    </NextIntlClientProvider>,
  )
  const options = [...html.matchAll(/<option value="([^"]*)"( selected="")?/g)]
  const box = /<input type="checkbox"[^>]*>/.exec(html)?.[0]
  return {
    offered: options.map(([, value]) => value),
    selected: options.find(([, , selected]) => selected)?.[1],
    box: box && { of: /value="([^"]*)"/.exec(box)?.[1], ticked: box.includes("checked") },
  }
}

test("an unknown area can be left out, put into an area and kept as its name, or added", () => {
  expect(drawn({})).toMatchObject({
    ...{ offered: ["", "1", "new"], selected: "" },
    box: { of: "Space", ticked: false },
  })
})

test("who may not edit areas only says where the rows belong, and so for what is no name", () => {
  for (const given of [{ mayName: false }, { name: "" }, { name: " " }, { name: "x".repeat(301) }])
    expect(drawn(given)).toMatchObject({ offered: ["", "1"], box: undefined })
})

test("what was chosen stays where the form comes back", () => {
  const chosen = { take: [], all: false, areas: { Space: "new" }, remember: ["Space"] }
  expect(drawn({ chosen })).toMatchObject({ selected: "new", box: { ticked: true } })
})
