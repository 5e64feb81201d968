import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { PublicBacklink } from "@/lib/links/public-queries"
import en from "@/messages/en.json"
import fr from "@/messages/fr.json"
import { Speaking } from "./speaking"

const backlinks: PublicBacklink[] = [
  {
    ...{ id: "a", words: "as agreed", decision: "d1" },
    from: { kind: "report", number: 34, title: "Summer" },
  },
  {
    ...{ id: "b", words: "<b>it</b>", decision: null },
    from: { kind: "document", slug: "charter", title: "Charter" },
  },
]
const decisions = new Map([["d1", { ordinal: "33/1", anchor: "i2p4" }]])

const html = (of: readonly PublicBacklink[], locale: "en" | "fr" = "en", more = 0) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={{ en, fr }[locale]} timeZone="UTC">
      <Speaking backlinks={{ shown: [...of], more }} group="wg-a" decisions={decisions} />
    </NextIntlClientProvider>,
  )

test("what speaks of a record leads there, with its words and the decision that it is about", () => {
  const links = [...html(backlinks).matchAll(/<a[^>]*href="([^"]*)"[^>]*>([^<]*)/g)]
  expect(links.map(([, href, text]) => [href, text])).toEqual([
    ["/wg-a/meetings/34", "Summary of meeting 34"],
    ["#i2p4", "on decision 33/1"],
    ["/wg-a/documents/charter", "Charter"],
  ])
  expect(html(backlinks)).toContain("&lt;b&gt;it&lt;/b&gt;")
  expect(html(backlinks, "fr")).toContain('href="/fr/wg-a/meetings/34"')
})

test("a text that speaks of it in several places stands there once, with the words of each", () => {
  const [one] = backlinks
  const again = backlinks.concat(one ? { ...one, id: "c", words: "our call", decision: null } : [])
  const shown = html(again)
  expect(shown.match(/<li>/g)).toHaveLength(2)
  expect(shown.match(/Summary of meeting 34/g)).toHaveLength(1)
  expect([...shown.matchAll(/<q><bdi>([^<]*)/g)].map(([, words]) => words)).toEqual([
    "as agreed",
    "our call",
    "&lt;b&gt;it&lt;/b&gt;",
  ])
})

test("nothing is said where nothing speaks of it", () => {
  expect(html([])).toBe("")
})

test("a row of an edition leads to where it is read alone, with what it suggests", () => {
  const row: PublicBacklink = {
    ...{ id: "d", words: "the call", decision: null },
    from: {
      ...{ kind: "row", number: 12, suggests: "Connect <all>" },
      mandate: { slug: "roadmap", title: "Roadmap" },
    },
  }
  const shown = html([row], "fr")
  expect(shown).toContain('href="/fr/wg-a/mapping/roadmap?row=12"')
  expect(shown).toContain("Ligne 12")
  expect(shown).toContain("Connect &lt;all&gt;")
})

test("what is not shown is counted, and nothing where all is shown", () => {
  expect(html(backlinks, "en", 7)).toContain("and 7 more links")
  expect(html(backlinks)).not.toContain("more link")
})
