import { NextIntlClientProvider } from "next-intl"
import {
  parseFragment,
  type DefaultTreeAdapterTypes as Tree,
  defaultTreeAdapter as tree,
} from "parse5"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import en from "@/messages/en.json"
import fr from "@/messages/fr.json"
import { exampleReport, line } from "./example"
import type { ReportContent } from "./model"
import { Report } from "./render"
import type { ReportSetting } from "./setting"

const alone: ReportSetting = {
  origin: "https://portal.example.org",
  versions: [{ version: 1, publishedAt: new Date("2022-03-04T09:30:00Z") }],
  sha256: "ab".repeat(32),
  entry: { position: 4, hash: "cd".repeat(32) },
  previous: null,
  next: null,
  until: null,
}

function html(report: ReportContent, setting = alone, locale: "en" | "fr" = "en"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={{ en, fr }[locale]} timeZone="UTC">
      <Report report={report} setting={setting} />
    </NextIntlClientProvider>,
  )
}

const attribute = (element: Tree.Element, name: string) =>
  element.attrs.find((each) => each.name === name)?.value

function elements(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) =>
    tree.isElementNode(child) ? [child, ...elements(child)] : [],
  )
}

function words(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => {
      if (tree.isTextNode(child)) return child.value
      return tree.isElementNode(child) ? words(child) : ""
    })
    .join("")
}

const page = (markup: string) => elements(parseFragment(markup))
const headings = (markup: string) =>
  page(markup)
    .filter((element) => /^h\d$/.test(element.tagName))
    .map((element) => `${element.tagName} ${words(element).trim()}`)

test("headings walk through the record: items, their parts, and what was decided in them", () => {
  expect(headings(html(exampleReport()))).toEqual([
    "h1 Meeting 33",
    "h2 Agenda",
    "h2 In brief",
    "h2 1 Plan for 2022",
    "h3 Statement",
    "h3 Decision 33/1",
    "h3 Action 33/1",
    "h3 Question",
    "h2 2 News",
    "h3 2a Secretariat",
    "h4 Decision 33/2",
    "h3 2b Envoy",
    "h2 3 Nominations",
    "h2 Annex: participants 2 present. Capacity as on the day of the meeting.",
    "h2 How to cite",
    "h2 Version and proof",
  ])
})

test("every fragment that is linked exists, once", () => {
  const all = page(html(exampleReport()))
  const ids = all.map((element) => attribute(element, "id")).filter((id) => id !== undefined)
  const targets = all
    .map((element) => attribute(element, "href"))
    .filter((href) => href?.startsWith("#"))
    .map((href) => href?.slice(1))
  expect(new Set(ids).size).toBe(ids.length)
  expect(targets.length).toBeGreaterThan(10)
  expect(ids).toEqual(expect.arrayContaining(targets))
})

test("decisions and actions stand in brief with owners and due day, and lead to their place", () => {
  const markup = html(exampleReport())
  const brief = page(markup).find((element) => attribute(element, "class") === "brief")
  const links = brief ? elements(brief).filter((element) => element.tagName === "a") : []
  expect(links.map((link) => [attribute(link, "href"), words(link)])).toEqual([
    ["#i1p3", "The paper stays open until 10 March."],
    ["#i2ap2", "The group sends two people."],
    ["#i1p4", "Put the comments into the paper."],
  ])
  expect(brief && words(brief)).toContain(
    "Action 33/1, Tomas Okwuosa, Ilse Brandvold, by 14 March 2022",
  )
})

test("an item without text says what became of it; a parent whose parts speak does not", () => {
  const items = page(html(exampleReport())).filter((element) => element.tagName === "section")
  const said = (id: string) => items.find((element) => attribute(element, "id") === id)
  const text = (id: string) => words(said(id) ?? parseFragment(""))
  expect(text("i3")).toContain("Not reached.")
  expect(text("i2b")).toContain("No update.")
  expect(text("i2")).not.toContain("Nothing is recorded")
})

test("a list on request shows counts and no name that the text does not hold", () => {
  const counts = { present: 16, regrets: 2, written: 0 }
  const markup = html(exampleReport({ attendance: { list: "on-request", counts } }))
  expect(markup).toContain("16 present, 2 regrets, no written input.")
  expect(markup).not.toContain("Ravi Esterling")
  expect(markup).not.toContain("Meridian")
})

test("what an author writes stays text, and a hostile link becomes its words", () => {
  const hostile = exampleReport({
    sections: [
      {
        id: "opening",
        content: [
          line("<script>alert(1)</script>", {
            type: "text",
            text: "press",
            marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
          }),
        ],
      },
    ],
  })
  const markup = html(hostile)
  expect(page(markup).map((element) => element.tagName)).not.toContain("script")
  expect(markup).not.toContain("javascript:")
  expect(words(parseFragment(markup))).toContain("<script>alert(1)</script>press")
})

test("no word of the record is left out", () => {
  const markup = html(
    exampleReport({
      nextMeeting: "The next call is on 17 March at 13:00 UTC.",
      provenance: "archive",
      hosts: [{ name: "Noor Halvorsen", capacity: "Secretariat" }],
      moderators: [{ name: "Jonas Quispe", capacity: "" }],
      meeting: { ...exampleReport().meeting, printed: ["XXXIII"], title: "A long afternoon" },
    }),
  )
  const text = words(parseFragment(markup))
  for (const said of [
    "17 March at 13:00",
    "Noor Halvorsen",
    "Jonas Quispe",
    "XXXIII",
    "A long afternoon",
  ])
    expect(text).toContain(said)
  expect(text).toContain("from the archive")
})

test("links lead away without taking the reader's address or our reputation along", () => {
  const link = page(html(exampleReport())).find(
    (element) => attribute(element, "href") === "https://example.org/priorities",
  )
  expect(link && attribute(link, "rel")).toBe("noopener nofollow ugc")
})

test("an older version says so and leads to the newest; the newest says nothing", () => {
  const versions = [
    { version: 2, publishedAt: new Date("2022-03-11T10:00:00Z") },
    { version: 1, publishedAt: new Date("2022-03-04T09:30:00Z") },
  ]
  const older = html(exampleReport(), { ...alone, versions })
  expect(older).toContain("This is version 1")
  expect(older).toContain('href="/wg-harbour/meetings/33"')
  expect(html(exampleReport({ version: 2 }), { ...alone, versions })).not.toContain(
    "This is version",
  )
})

test("around an English text the page speaks French, and says which words are which", () => {
  const markup = html(exampleReport(), alone, "fr")
  expect(markup).toContain("jeudi 3 mars 2022, 13:00 UTC")
  expect(markup).toContain("https://portal.example.org/wg-harbour/meetings/33/v1")
  const all = page(markup)
  const text = all.find((element) => attribute(element, "id") === "text")
  expect(text && attribute(text, "lang")).toBe("en")
  const kind = all.find(
    (element) => words(element) === "Décision\u00a033/1" && element.tagName === "h3",
  )
  expect(kind && attribute(kind, "lang")).toBe("fr")
})

test("neighbours lead on in the reader's language, and a planned call says that it is planned", () => {
  const markup = html(
    exampleReport(),
    {
      ...alone,
      previous: { number: 32, startsAt: new Date("2022-02-17T13:00:00Z"), state: "published" },
      next: { number: 34, startsAt: new Date("2022-03-17T13:00:00Z"), state: "planned" },
    },
    "fr",
  )
  expect(markup).toContain('href="/fr/wg-harbour/meetings/32" rel="prev"')
  expect(markup).toContain("17 mars 2022, prévue")
})

test("a hundred thousand characters and a name of three hundred are shown whole", () => {
  const long = "ä".repeat(100_000)
  const name = "N".repeat(300)
  const report = exampleReport({
    sections: [{ id: "opening", content: [line(long)] }],
    attendance: { list: "annexed", present: [{ name, capacity: "" }], regrets: [], written: [] },
  })
  const markup = html(report)
  expect(markup).toContain(long)
  expect(markup).toContain(name)
})
