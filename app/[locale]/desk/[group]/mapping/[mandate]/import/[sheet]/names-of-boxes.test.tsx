import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { Locale } from "@/lib/platform/locales"
import en from "@/messages/en.json"
import fr from "@/messages/fr.json"
import { PlanRow } from "./plan-row"
import type { ShownLine } from "./shown-plan"

const cell: ShownLine["cells"][number] = {
  ...{ field: "status", before: "open", after: "done", value: null },
  ...{ open: true, doubts: [], empties: false },
}
const line: ShownLine = {
  ...{ line: 7, state: "doubtful", row: null, area: { said: "Space", id: null }, cells: [cell] },
  ...{ asNew: null, doubts: [], joins: null, mark: "0a1b2c", open: true, ticked: false },
}
const boxesOf = (given: Partial<ShownLine>, locale: Locale) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={{ en, fr }[locale]} timeZone="UTC">
      <table>
        <tbody>
          <PlanRow line={{ ...line, ...given }} ticked={null} leftOut={false} scripted />
        </tbody>
      </table>
    </NextIntlClientProvider>,
  )
  return [...html.matchAll(/aria-label="([^"]*)"[^>]*\/><span>([^<]*)<\/span>/g)].map(
    ([, name = "", shown = "?"]) => ({ name, begins: name.startsWith(shown) }),
  )
}

test.each(["en", "fr"] as const)(
  "each box is named as it says, and of which line (%s)",
  (locale) => {
    const boxes = [
      ...boxesOf({ joins: 4 }, locale),
      ...boxesOf({ row: { id: "row", number: 5 }, asNew: [] }, locale),
    ]
    expect(boxes).toHaveLength(4)
    expect(boxes.filter(({ begins }) => !begins)).toEqual([])
    expect(boxes.filter(({ name }) => name.includes("7"))).toHaveLength(3)
  },
)
