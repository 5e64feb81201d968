import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { tickOf } from "@/lib/archive/input"
import type { CheckedDraft } from "@/lib/archive/queries"
import type { ShownFinding } from "@/lib/minutes/check/model"
import en from "@/messages/en.json"
import { DraftList } from "./draft-list"

const draft = (number: number, findings: ShownFinding[] = []): CheckedDraft => ({
  ...{ meetingId: `00000000-0000-4000-8000-00000000000${number}`, number, title: "", revision: 1 },
  ...{ startsAt: new Date("2019-01-03T13:00:00Z"), beside: "1.1.1", lacks: false, findings },
})
const found = (rule: string, severity: ShownFinding["severity"]): ShownFinding => ({
  ...{ rule, severity, key: rule, sentence: `A sentence about ${rule}.` },
  ...{ where: null, fixes: [], left: null },
})

const drafts = [
  draft(1),
  draft(2, [found("spelling", "note")]),
  draft(3, [found("number-mismatch", "error"), found("agenda-order", "warning")]),
  draft(4, [found("personal-data", "error")]),
]

function shown(entered?: Record<string, string>, fields?: Record<string, string>): string {
  const refused = entered
    ? { ok: false as const, code: "invalid" as const, message: "No.", entered, ...{ fields } }
    : null
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <DraftList drafts={drafts} base="/desk/wg" refused={refused as never} />
    </NextIntlClientProvider>,
  )
}

const ticked = (html: string) =>
  [...html.matchAll(/<input type="checkbox"[^>]*>/g)].flatMap(([box], place) =>
    box.includes('checked=""') ? [place + 1] : [],
  )

test("a draft with errors comes without a tick, and says them", () => {
  const html = shown()
  expect(ticked(html)).toEqual([1, 2])
  for (const { findings } of drafts)
    for (const { sentence } of findings) expect(html).toContain(sentence)
  expect(html.match(/name="reasons\.\d+\.reason"/g)).toHaveLength(2)
})

test("after a refusal the ticks and the reasons stand as they were sent, each with its report", () => {
  const [one, , three, four] = drafts
  if (!one || !three || !four) throw new Error("There are four drafts")
  const html = shown(
    {
      "reports.0": tickOf(one),
      "reports.2": tickOf(three),
      "reasons.0.meetingId": four.meetingId,
      "reasons.0.reason": "Of the fourth.",
    },
    { "reasons.1.reason": "Say why." },
  )
  expect(ticked(html)).toEqual([1, 3])
  const [, third, fourth] = html.split(/name="reasons\.\d+\.meetingId"/)
  expect(third).not.toContain("Of the fourth.")
  expect(fourth).toContain("Of the fourth.")
  expect(fourth).toContain("Say why.")
})
