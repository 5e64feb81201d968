import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { Clash } from "@/lib/mapping/model"
import en from "@/messages/en.json"
import { ClashChoices } from "./clash-choices"

const clash: Clash = {
  ...{ rowId: "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0d01", field: "suggests", revision: 5 },
  ...{ value: "Connect every library", by: "Ilva Morandini", at: "2026-03-03T12:00:00.000Z" },
}
const ticked = (values: Record<string, string>) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <ClashChoices clashes={[clash]} names={{ areas: {}, people: {} }} values={values} />
    </NextIntlClientProvider>,
  )
  return [...html.matchAll(/<input type="radio"[^>]*>/g)]
    .filter(([input]) => input.includes("checked"))
    .map(([input]) => /value="([^"]*)"/.exec(input)?.[1])
}

test("an answer to a clash stays as long as it is of what stands there, and not beyond", () => {
  expect(ticked({})).toEqual(["both"])
  expect(ticked({ "over.suggests": "5", "answer.suggests": "theirs" })).toEqual(["theirs"])
  expect(ticked({ "over.suggests": "4", "answer.suggests": "theirs" })).toEqual(["both"])
})
