import { NextIntlClientProvider } from "next-intl"
import type { ComponentProps } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import en from "@/messages/en.json"
import { PlanRow } from "./plan-row"

const line: ComponentProps<typeof PlanRow>["line"] = {
  ...{ line: 4, state: "new", row: null, area: { said: "Space debris", id: null }, mark: "m" },
  ...{ cells: [], asNew: null, joins: null, open: true, ticked: true },
  doubts: [{ key: "area", value: "Space debris" }],
}

const drawn = (given: Partial<ComponentProps<typeof PlanRow>>) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <table>
        <tbody>
          <PlanRow {...{ line, ticked: null, leftOut: false, scripted: true }} {...given} />
        </tbody>
      </table>
    </NextIntlClientProvider>,
  )
  const box = /<input type="checkbox"[^>]*>/.exec(html)?.[0] ?? ""
  return {
    ticked: box.includes("checked"),
    sent: box.includes("take[]") && !box.includes("disabled"),
    said: html.includes(en.mapping.sheets.leftOutArea),
  }
}

test("a new row whose area is left out is neither ticked nor sent, and it is said why", () => {
  expect(drawn({ leftOut: true })).toEqual({ ticked: false, sent: false, said: true })
  expect(drawn({})).toEqual({ ticked: true, sent: true, said: false })
})

test("without script it is said, and the box stays: no page would open it again when an area is chosen", () => {
  const bare = drawn({ leftOut: true, scripted: false })
  expect(bare).toEqual({ ticked: true, sent: true, said: true })
})

test("what was unticked before the area was chosen stays so", () => {
  expect(drawn({ ticked: new Set() })).toMatchObject({ ticked: false, sent: true })
})
