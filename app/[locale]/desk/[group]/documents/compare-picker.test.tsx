import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import messages from "@/messages/en.json"
import { ComparePicker } from "./compare-picker"

const drawn = (all: number) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <ComparePicker
        action="/compare"
        versions={[{ number: 1, name: "As agreed" }]}
        revisions={[150, 149]}
        all={all}
        from="v1"
        to="r150"
      />
    </NextIntlClientProvider>,
  )

test("a revision that the list does not offer is chosen by its number", () => {
  const markup = drawn(150)
  for (const name of ["fromNumber", "toNumber"])
    expect(markup).toMatch(new RegExp(`<input[^>]* name="${name}"`))
  expect(markup.match(/ max="150"/g)).toHaveLength(2)
})

test("where the list offers all of them nobody is asked for a number", () => {
  expect(drawn(2)).not.toContain("fromNumber")
})
