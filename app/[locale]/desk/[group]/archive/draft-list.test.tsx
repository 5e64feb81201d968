import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { listedOf, tickOf } from "@/lib/archive/input"
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

function shown(
  entered?: Record<string, string>,
  fields?: Record<string, string>,
  { of = drafts, listed = "" } = {},
): string {
  const refused = entered
    ? { ok: false as const, code: "invalid" as const, message: "No.", entered, ...{ fields } }
    : null
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <DraftList drafts={of} listed={listed} base="/desk/wg" refused={refused as never} />
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

test("what the last press listed and left out comes without a tick, and what it did not list with one", () => {
  const days = ["2019-01-03", "2019-02-03", "2019-03-03", "2019-04-03"]
  const of = days.map((day, place) => ({ ...draft(place + 1), startsAt: new Date(day) }))
  expect(ticked(shown(undefined, undefined, { of, listed: listedOf(of.slice(1, 3)) }))).toEqual([
    1, 4,
  ])
  expect(ticked(shown(undefined, undefined, { of, listed: "no/stretch" }))).toEqual([1, 2, 3, 4])
})

test("one that cannot be published yet asks for no reason", () => {
  const of = [
    { ...draft(1, [found("number-mismatch", "error")]), lacks: true },
    draft(2, [found("number-mismatch", "error")]),
  ]
  const html = shown(undefined, { "reasons.0.reason": "Say why." }, { of })
  expect(html.match(/name="reasons\.\d+\.reason"/g)).toEqual(['name="reasons.0.reason"'])
  expect(html).toContain(`name="reasons.0.meetingId" value="${of[1]?.meetingId}"`)
})
