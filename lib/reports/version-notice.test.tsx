import { NextIntlClientProvider } from "next-intl"
import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import en from "@/messages/en.json"
import fr from "@/messages/fr.json"
import { composeWithdrawal } from "./compose-withdrawal"
import { exampleReport } from "./example"
import type { ReportContent } from "./model"
import { Report } from "./render"
import { ChangesLead } from "./render/changes"
import type { VersionLine } from "./setting"

const by = { name: "Hyejin Abara", capacity: "Co-chair" }
const withdrawal = { reason: "The group had not agreed.", by }
const correction = { corrects: 2, reason: "The group has agreed since.", by, touches: [] }

const published = exampleReport()
const withdrawn = composeWithdrawal(published, {
  ...{ ...withdrawal, at: new Date("2022-03-12T10:00:00Z") },
})
const again = exampleReport({
  ...{ version: 3, publishedAt: "2022-03-20T10:00:00Z", correction },
})
const all: ReportContent[] = [again, withdrawn, published]

function markup(children: ReactNode, locale: "en" | "fr" = "en"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={{ en, fr }[locale]} timeZone="UTC">
      {children}
    </NextIntlClientProvider>,
  )
}

/** The page of one version while the newest is `newest`; its parts that speak of versions. */
function page(report: ReportContent, newest: number, locale: "en" | "fr" = "en") {
  const lines = all.map(
    (each): VersionLine => ({
      version: each.version,
      publishedAt: new Date(each.publishedAt),
      correction: each.correction,
      withdrawal: each.withdrawal,
    }),
  )
  const html = markup(
    <Report
      report={report}
      setting={{
        ...{ origin: "https://portal.example.org", sha256: "ab".repeat(32), entry: null },
        ...{ previous: null, next: null, until: null },
        versions: lines.filter(({ version }) => version <= newest),
      }}
    />,
    locale,
  )
  const part = (from: string, to: string) =>
    html.includes(from) ? html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from))) : ""
  const words = (text: string) => text.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")
  return {
    notice: words(part('<aside class="corrected"', "</aside>")),
    foot: words(part('<section class="foot"', "</section>")),
  }
}

test("a first version that is the newest has nothing to tell", () => {
  expect(page(published, 1).notice).toBe("")
})

test("while the withdrawal is the newest, it and what it takes back say so and why", () => {
  const { notice } = page(withdrawn, 2)
  expect(notice).toContain("Withdrawn on 12 March 2022")
  expect(notice).toContain("The group had not agreed.")
  expect(notice).toContain("Hyejin Abara")
  expect(notice).toContain("Earlier versions stay at their addresses")
  const before = page(published, 2).notice
  expect(before).toContain("This is version 1")
  expect(before).toContain("Withdrawn on 12 March 2022")
  expect(before).toContain("The group had not agreed.")
  expect(before).not.toContain("published again")
})

test.each([
  ["the withdrawal itself", withdrawn],
  ["the version that it took back", published],
  ["the version that was published again", again],
])("after a report was published again %s still tells of the withdrawal", (_, report) => {
  const { notice } = page(report, 3)
  expect(notice).toContain("Withdrawn on 12 March 2022, published again since")
  expect(notice).toContain("The group had not agreed.")
  expect(notice).toContain("Hyejin Abara")
  expect(notice).toContain("Corrected on 20 March 2022")
  expect(notice).toContain("The group has agreed since.")
  expect(notice.indexOf("Corrected on")).toBeLessThan(notice.indexOf("Withdrawn on"))
  expect(notice.split("The group had not agreed.")).toHaveLength(2)
})

test("all versions are listed with what each is", () => {
  for (const report of all) expect(page(report, 3).foot).toContain("2, 12 March 2022, withdrawal")
  expect(page(withdrawn, 3).foot).toContain("2, 12 March 2022, withdrawal (this one)")
  expect(page(published, 3, "fr").foot).toContain("2, 12 mars 2022, retrait")
  expect(page(published, 3).foot).not.toContain("3, 20 March 2022, withdrawal")
})

test("two versions beside each other say which of them is a withdrawal, and why", () => {
  const lead = (older: ReportContent, newer: ReportContent) =>
    markup(<ChangesLead older={older} newer={newer} />)
  for (const said of [lead(published, withdrawn), lead(withdrawn, again)]) {
    expect(said).toContain("Version 2 withdrew the report")
    expect(said).toContain("The group had not agreed.")
    expect(said).toContain("Hyejin Abara")
  }
  expect(lead(withdrawn, again)).toContain("The group has agreed since.")
  expect(lead(published, again)).not.toContain("withdrew")
})
