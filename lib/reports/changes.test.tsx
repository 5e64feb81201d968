import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import en from "@/messages/en.json"
import { composeWithdrawal } from "./compose-withdrawal"
import { exampleReport } from "./example"
import type { ReportContent } from "./model"
import { VersionChanges } from "./render/changes"

const changes = (older: ReportContent, newer: ReportContent) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <VersionChanges older={older} newer={newer} />
    </NextIntlClientProvider>,
  )

test("beside a withdrawal nobody is said to have been absent: it says nothing of who was there", () => {
  const report = exampleReport()
  const by = { name: "Hyejin Abara", capacity: "Co-chair" }
  const at = new Date("2022-03-12T10:00:00Z")
  const withdrawn = composeWithdrawal(report, { at, reason: "Not agreed.", by })
  expect(changes(report, withdrawn)).toContain("Present")
  for (const [older, newer] of [
    [report, withdrawn],
    [withdrawn, { ...report, version: 3 }],
  ] as const)
    expect(changes(older, newer)).not.toMatch(/0 present|no regrets/)
})
