import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test, vi } from "vitest"
import type { AnnexPage } from "@/lib/editions/queries"
import en from "@/messages/en.json"
import { AnnexPanel } from "./annex-panel"

vi.mock("./actions", () => ({ returnActivityAction: async () => null }))

const annex: AnnexPage = {
  shown: [
    {
      ...{ id: "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0b01", row: 7, isRetired: false, edition: 1 },
      activity: {
        ...{ id: "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0b02", title: "Tide forum", kind: "dc" },
        ...{ years: [2019], link: "", body: "" },
      },
    },
  ],
  ...{ found: 1, total: 9, words: "", page: 1, pages: 1 },
}
const drawn = (given: Partial<AnnexPage>, taken: string | null = null) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <AnnexPanel
        annex={{ ...annex, ...given }}
        {...{ taken, address: "/editions", rowHref: String, mayReturn: true }}
      />
    </NextIntlClientProvider>,
  )
const fieldsOf = (html: string) =>
  [...html.matchAll(/<input type="hidden" name="(words|of)" value="([^"]*)"/g)].map(
    ([, name, value]) => [name, value],
  )

test("taking back says where in the annex it was done", () => {
  expect(fieldsOf(drawn({ words: "tide", page: 3, pages: 4 }))).toEqual([
    ["words", "tide"],
    ["of", "3"],
  ])
})

test("the annex is open for whoever just took something back, and says so", () => {
  expect(drawn({})).not.toContain("<details open")
  const after = drawn({}, "7")
  expect(after).toContain("<details open")
  expect(after).toMatch(/role="status".*row 7/s)
})

test("and says so also where nothing is left in it", () => {
  const after = drawn({ shown: [], found: 0, total: 0 }, "7")
  expect(after).toMatch(/role="status".*row 7/s)
  expect(after).not.toContain("<details")
  expect(drawn({ shown: [], found: 0, total: 0 })).toBe("")
})
