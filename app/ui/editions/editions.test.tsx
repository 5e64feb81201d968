import { NextIntlClientProvider } from "next-intl"
import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, test } from "vitest"
import { EDITION_SCHEMA, type EditionContent, type EditionRow } from "@/lib/editions/model"
import { shownRows } from "@/lib/editions/shown-rows"
import { readView } from "@/lib/mapping/filters"
import type { Activity } from "@/lib/mapping/model"
import en from "@/messages/en.json"
import fr from "@/messages/fr.json"
import { EditionChanges } from "./edition-changes"
import { EditionRows } from "./edition-rows"

const show = (inside: ReactNode, locale: "en" | "fr" = "en") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === "en" ? en : fr} timeZone="UTC">
      {inside}
    </NextIntlClientProvider>,
  )

const activity = (id: string, changes: Partial<Activity> = {}): Activity => ({
  ...{ id, title: `Activity ${id}`, kind: "dc", years: [2026], link: "", body: "" },
  ...changes,
})

const row = (number: number, changes: Partial<EditionRow> = {}): EditionRow => ({
  ...{ number, area: "ai", suggests: `Suggestion ${number}` },
  citation: { mandate: "A/74/821", paragraph: "93" },
  ...{ activities: [], synergies: [], scope: "in", reason: "", status: "open" },
  ...{ confirmed: null, meetings: [] },
  ...changes,
})

const edition = (number: number, rows: EditionRow[]): EditionContent => ({
  ...{ schema: EDITION_SCHEMA, number, frozenAt: "2026-03-31T10:00:00.000Z", note: "" },
  group: { slug: "wg", shortName: "WG", name: "A group" },
  mandate: { slug: "roadmap", title: "Roadmap", symbol: "A/74/821", dated: null, link: "" },
  ...{ goal: "", rule: "", annex: [], rows },
  areas: [{ slug: "ai", title: "Artificial intelligence", crossCutting: false }],
})

const table = (content: EditionContent, query = "", locale: "en" | "fr" = "en") => {
  const asked = new URLSearchParams(query)
  const view = readView((name) => asked.get(name))
  return show(
    <EditionRows
      caption="Roadmap"
      groups={shownRows(content, view)}
      meetingHref={(number) => `/wg/meetings/${number}`}
      isWhole={view.by === "area"}
    />,
    locale,
  )
}

describe("the table of an edition", () => {
  const hostile = edition(1, [
    row(1, {
      suggests: `<script>alert("1")</script> =cmd|' /C calc'!A0`,
      activities: [
        activity("a", { link: "javascript:alert(1)", title: "Bad" }),
        activity("b", { link: "https://tides.example.org/x", body: "Coalition" }),
      ],
      synergies: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "x", marks: [{ type: "link", attrs: { href: "javascript:1" } }] },
          ],
        },
      ],
      meetings: [33],
    }),
  ])

  test("shows words as words, and links that lead away safely alone", () => {
    const html = table(hostile)
    expect(html).not.toContain("<script")
    expect(html).not.toContain("javascript:")
    expect(html).toContain('href="https://tides.example.org/x"')
    expect(html).toContain('href="/wg/meetings/33"')
  })

  test("names rows by an address where each stands once, and not where it may stand twice", () => {
    expect(table(hostile)).toContain('id="row-1"')
    expect(table(hostile)).toContain('href="#row-1"')
    expect(table(hostile, "by=body")).not.toContain('id="row-1"')
    expect(table(hostile, "by=body")).toContain('href="?row=1"')
  })

  test("says in both languages what a cell is and that it is empty", () => {
    const html = table(edition(1, [row(2)]), "", "fr")
    for (const words of ["Ce que fait le FGI", "Rien encore", "pas encore", "par. 93"])
      expect(html).toContain(words)
    expect(html).not.toContain("mapping.editions")
  })

  test("a section is cited as it stands, a paragraph as one", () => {
    const citation = { mandate: "A/74/821", paragraph: "sect. III.A" }
    expect(table(edition(1, [row(1, { citation })]))).toContain("A/74/821, sect. III.A")
    expect(table(edition(1, [row(1)]))).toContain("A/74/821, para. 93")
  })
})

test("what changed is marked on both sides, in both languages", () => {
  const older = edition(1, [row(1), row(2)])
  const newer = edition(2, [row(1, { suggests: "Suggestion one", status: "done" }), row(3)])
  for (const locale of ["en", "fr"] as const) {
    const html = show(
      <EditionChanges older={older} newer={newer} rowHref={(number) => `#row-${number}`} />,
      locale,
    )
    expect(html).toContain("<del>1</del>")
    expect(html).toContain("<ins>one</ins>")
    expect(html).toContain('href="#row-3"')
    expect(html).not.toContain("mapping.editions")
  }
  const none = show(<EditionChanges older={older} newer={older} rowHref={String} />)
  const gone = { row: 1, area: "ai", suggests: "", activity: activity("z"), edition: 1 }
  const left = show(
    <EditionChanges older={{ ...older, annex: [gone] }} newer={older} rowHref={String} />,
  )
  expect(left).toContain("1 activity left the annex")
  expect(left).toContain("Activity z")
  expect(none).toContain("Nothing changed.")
})
