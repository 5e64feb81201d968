import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import en from "@/messages/en.json"
import { textOf } from "./arbitrary-text"
import { hrefOf } from "./links"
import type { DocumentText } from "./model"
import { DocumentBody, type Leads } from "./render"

const id = "11111111-1111-4111-8111-111111111111"
const html = (text: DocumentText, leads: Leads = {}) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <DocumentBody text={text} leads={leads} level={2} language="fr" />
    </NextIntlClientProvider>,
  )
const said = (text: string, href?: string) => ({
  type: "text" as const,
  text,
  ...(href && { marks: [{ type: "link" as const, attrs: { href } }] }),
})
const paragraph = (...content: ReturnType<typeof said>[]) => ({
  type: "paragraph" as const,
  content,
})

test("headings go down from the level of the page, and keep their address", () => {
  const heading = (level: number, place: string) => ({
    type: "heading" as const,
    attrs: { level, id: `${place}${id.slice(1)}` },
    content: [said("Aims")],
  })
  const shown = html(textOf(heading(1, "1"), heading(3, "2"), heading(6, "3")))
  expect(shown).toContain(`<h2 id="h-1${id.slice(1)}">Aims</h2>`)
  expect(shown).toContain(`<h4 id="h-2${id.slice(1)}">`)
  expect(shown).toContain(`<h6 id="h-3${id.slice(1)}">`)
  expect(shown).toMatch(/^<article class="document-text" dir="auto" lang="fr">/)
})

test("notes are numbered by their place, and lead there and back", () => {
  const note = (text: string) => ({ type: "footnote" as const, content: [said(text)] })
  const shown = html(
    textOf({
      type: "paragraph",
      content: [said("One"), note("first"), said(" two"), note("second")],
    }),
  )
  expect(shown).toContain('One<sup class="note-mark" id="note-mark-1"><a href="#note-1"')
  expect(shown).toContain('two<sup class="note-mark" id="note-mark-2"><a href="#note-2"')
  expect(shown).toMatch(/<li id="note-1">first <a href="#note-mark-1"/)
  expect(shown).toMatch(/<li id="note-2">second <a href="#note-mark-2"/)
})

test("a table has its heads in place, and is reached with the keyboard", () => {
  const cell = (text: string, type: "tableCell" | "tableHeader") => ({
    type,
    content: [paragraph(said(text))],
  })
  const shown = html(
    textOf({
      type: "table",
      content: [
        { type: "tableRow", content: [cell("Area", "tableHeader"), cell("Rank", "tableHeader")] },
        { type: "tableRow", content: [cell("Inclusion", "tableHeader"), cell("1", "tableCell")] },
      ],
    }),
  )
  expect(shown).toContain(
    '<thead><tr><th scope="col">Area</th><th scope="col">Rank</th></tr></thead>',
  )
  expect(shown).toContain('<tbody><tr><th scope="row">Inclusion</th><td>1</td></tr></tbody>')
  expect(shown).toContain('aria-label="Table" tabindex="0"')
})

test("links lead where they may; a missing document says so, and what may not be seen is words", () => {
  const missing = hrefOf({ to: "missing", label: "Budget" })
  const document = hrefOf({ to: "document", documentId: id })
  const text = textOf(
    paragraph(
      said("site", "https://tides.example.org/"),
      said("budget", missing),
      said("charter", document),
    ),
  )
  const nowhere = html(text)
  expect(nowhere).toContain(
    '<a href="https://tides.example.org/" rel="noopener nofollow ugc">site</a>',
  )
  expect(nowhere).toContain(
    '<span class="missing-document">budget <small>(missing document)</small></span>',
  )
  expect(nowhere).toContain("</span>charter</p>")
  const found = html(text, { [missing]: "/g/documents/budget", [document]: "/g/documents/charter" })
  expect(found).toContain('<a href="/g/documents/budget">budget</a><a href="/g/documents/charter">')
  expect(found).not.toContain("record:")
})

test("words are words, whatever they look like", () => {
  const shown = html(textOf(paragraph(said("<script>alert(1)</script> & <b>"))))
  expect(shown).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;")
})
