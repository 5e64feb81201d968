import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { beforeEach, expect, test, vi } from "vitest"
import type { Clash } from "@/lib/mapping/model"
import en from "@/messages/en.json"
import { RestoreForm } from "./restore-form"

const answered = vi.hoisted(() => ({ state: null as unknown }))
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  useActionState: () => [answered.state, "/restore"],
}))
vi.mock("../actions", () => ({ restoreCellAction: async () => null }))
beforeEach(() => {
  answered.state = null
})

const rowId = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0d01"
const drawn = () =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <RestoreForm
        of={{ slug: "wg", mandate: "roadmap", number: 7 }}
        {...{ rowId, change: 12, side: "before", base: 3, what: "The suggestion" }}
        {...{ field: "suggests", value: "Connect every school" }}
        names={{ areas: {}, people: {} }}
      />
    </NextIntlClientProvider>,
  )
const baseOf = (html: string) => /name="base" value="(\d+)"/.exec(html)?.[1]
const refused = (data: unknown) => ({ ok: false, code: "conflict", message: "Changed since", data })

const clash: Clash = {
  ...{ rowId, field: "suggests", revision: 5, value: "Connect every library" },
  ...{ by: "Ilva Morandini", at: "2026-03-03T12:00:00.000Z" },
}

test("on a clash both texts are shown, and to restore all the same goes over the one that stands", () => {
  answered.state = refused([clash])
  const html = drawn()
  expect(html).toContain("Connect every library")
  expect(html).toContain("Connect every school")
  expect(html).toContain("Ilva Morandini")
  expect(html.indexOf("Connect every library")).toBeLessThan(html.indexOf("Connect every school"))
  expect(baseOf(html)).toBe("5")
})

test("the button is named as it says, and what it would restore after that", () => {
  const nameOf = (html: string) => {
    const [, name = "", shown = "?"] =
      /<button[^>]*aria-label="([^"]*)"[^>]*>(?:<span>)?([^<]*)/.exec(html) ?? []
    return { name, begins: name.startsWith(shown) }
  }
  expect(nameOf(drawn())).toMatchObject({ begins: true })
  answered.state = refused([
    { rowId, field: "suggests", revision: 5, value: "x", by: "", at: "2026-03-03T12:00:00.000Z" },
  ])
  expect(nameOf(drawn())).toEqual({
    name: "Restore it all the same: The suggestion, over what stands there now (change 12)",
    begins: true,
  })
})

test("before anything was asked it is of what the page showed, and so where something else is wrong", () => {
  expect(baseOf(drawn())).toBe("3")
  expect(drawn()).not.toContain("Connect every school")
  answered.state = refused(undefined)
  const html = drawn()
  expect(html).toContain("Changed since")
  expect(baseOf(html)).toBe("3")
})

test("where no answer comes to the second press, both texts go on standing there", () => {
  answered.state = { ok: false, code: "no_answer", message: "No answer came", data: [clash] }
  const html = drawn()
  expect(html).toContain("No answer came")
  expect(html).toContain("Connect every library")
  expect(baseOf(html)).toBe("5")
})
