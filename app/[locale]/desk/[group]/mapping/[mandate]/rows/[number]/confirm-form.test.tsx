import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { beforeEach, expect, test, vi } from "vitest"
import type { Clash } from "@/lib/mapping/model"
import en from "@/messages/en.json"
import { ConfirmForm } from "./confirm-form"

const answered = vi.hoisted(() => ({ state: null as unknown }))
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  useActionState: () => [answered.state, "/confirm"],
}))
vi.mock("../actions", () => ({ confirmRowAction: async () => null }))
beforeEach(() => {
  answered.state = null
})

const rowId = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0d01"
const drawn = () =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <ConfirmForm
        of={{ slug: "wg", mandate: "roadmap", number: 7 }}
        {...{ mappingId: "m", rowId, base: 3 }}
      />
    </NextIntlClientProvider>,
  )
const baseOf = (html: string) => /name="base" value="(\d+)"/.exec(html)?.[1]
const refused = (data: unknown) => ({ ok: false, code: "conflict", message: "Choose one", data })

test.each([
  ["2026-03-02", "2 March 2026"],
  [null, "no day"],
])(
  "where somebody changed the day meanwhile it is said (%s), and one more press is of that",
  (value, words) => {
    const clash: Clash = {
      ...{ rowId, field: "confirmed", revision: 5, value, by: "Ilva Morandini" },
      at: "2026-03-03T12:00:00.000Z",
    }
    answered.state = refused([clash])
    const html = drawn()
    expect(html).toContain("Ilva Morandini")
    expect(html).toContain(words)
    // There is nothing to choose here.
    expect(html).not.toContain("Choose one")
    expect(baseOf(html)).toBe("5")
  },
)

test("else it is of what the page showed", () => {
  expect(baseOf(drawn())).toBe("3")
  answered.state = refused(undefined)
  expect(drawn()).toContain("Choose one")
  expect(baseOf(drawn())).toBe("3")
})
