import { NextIntlClientProvider } from "next-intl"
import {
  parseFragment,
  type DefaultTreeAdapterTypes as Tree,
  defaultTreeAdapter as tree,
} from "parse5"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { NotedRow } from "@/lib/mapping/coverage/bodies"
import type { CoveredArea } from "@/lib/mapping/coverage/coverage"
import { filterFor, readView } from "@/lib/mapping/filters"
import type { Activity } from "@/lib/mapping/model"
import en from "@/messages/en.json"
import fr from "@/messages/fr.json"
import { CoveragePictures } from "./coverage-pictures"

const areas: CoveredArea[] = [
  { slug: "connectivity", title: "Global connectivity", crossCutting: false },
  { slug: "goods", title: "Digital public goods", crossCutting: false },
  { slug: "cross", title: "Cross-cutting", crossCutting: true },
]
const activity = (title: string, given: Partial<Activity> = {}): Activity => ({
  ...{ id: title, title, kind: "workshop", years: [], link: "", body: "" },
  ...given,
})
const row = (area: string, activities: Activity[], scope: NotedRow["scope"] = "in"): NotedRow => ({
  ...{ area, activities, scope, synergies: [] },
})
const networks = activity("Networks", { kind: "dc", body: "Coalition & sons" })
const rows = [
  row("connectivity", [networks, activity("Satellites"), activity("Islands")]),
  row("connectivity", [networks]),
  row("connectivity", []),
  row("goods", [{ ...networks, body: "COALITION &  sons" }]),
  row("goods", [activity("Libraries")], "proposed"),
  row("cross", [activity("Forests", { kind: "nri", body: "Forest forum" })]),
  row("cross", [], "out"),
]
const before = [row("connectivity", [networks]), row("goods", [activity("A"), activity("B")])]

function elements(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) =>
    tree.isElementNode(child) ? [child, ...elements(child)] : [],
  )
}
const attribute = (node: Tree.Element, name: string) =>
  node.attrs.find((one) => one.name === name)?.value ?? ""
const words = (node: Tree.ParentNode): string =>
  node.childNodes
    .map((child) =>
      tree.isTextNode(child) ? child.value : tree.isElementNode(child) ? words(child) : "",
    )
    .join("")

function show(locale: "en" | "fr" = "en", scope: NotedRow["scope"] = "in") {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={{ en, fr }[locale]} timeZone="UTC">
      <CoveragePictures
        areas={areas}
        rows={rows}
        state={2}
        states={[
          { number: 1, frozenAt: new Date("2022-01-20"), areas, rows: before, annex: 0 },
          { number: 2, frozenAt: new Date("2022-07-01"), areas, rows, annex: 3 },
        ]}
        scope={scope}
        tableOf={(number) => `/table/${number}`}
        besideOf={(number) => ({ annex: `/annex/${number}`, pictures: `/pictures/${number}` })}
      />
    </NextIntlClientProvider>,
  )
  return elements(parseFragment(html))
}

/** What every linked figure says, where it leads, and how many rows are there. */
function figures() {
  const of = { "/table/1": before, "/table/2": rows }
  return show()
    .filter((node) => node.tagName === "a" && attribute(node, "href").startsWith("/table"))
    .map((node) => {
      const [table = "", query = ""] = attribute(node, "href").split("?")
      const asked = new URLSearchParams(query)
      const { filters } = readView((name) => asked.get(name))
      const fits = filterFor(filters, "2022-07-01")
      return {
        name: attribute(node, "aria-label"),
        // What its cell shows beside the figure is part of what the link says.
        shown: node.parentNode ? words(node.parentNode) : "",
        href: attribute(node, "href"),
        there: of[table as keyof typeof of].filter((one) =>
          fits({ ...one, confirmed: null, words: "" }),
        ).length,
      }
    })
    .filter(({ name }) => name !== "")
}

test("every figure leads to as many rows as it says", () => {
  const all = figures()
  // 4 × 12 of kinds, 2 × 4 of editions, 4 × 4 of scopes, and what two bodies do where they do it.
  expect(all).toHaveLength(48 + 8 + 16 + 5)
  expect(all.filter(({ name, there }) => !name.includes(`${there} row`))).toEqual([])
  expect(
    all.filter(({ name, shown }) => !name.startsWith(/^\d+/.exec(shown)?.[0] ?? "none")),
  ).toEqual([])
})

test("the gaps of an edition lead to its pictures, and what stands in its annex there", () => {
  const told = (scope: NotedRow["scope"]) =>
    show("en", scope)
      .filter((node) => /^.(annex|pictures)/.test(attribute(node, "href")))
      .map((node) => [words(node), attribute(node, "aria-label"), attribute(node, "href")])
  expect(told("in")).toEqual([
    ["1", "1 gap: Edition 1", "/pictures/1#heat"],
    ["1", "1 gap: Edition 2", "/pictures/2#heat"],
    ["0", "0 in the annex: Edition 1", "/annex/1"],
    ["3", "3 in the annex: Edition 2", "/annex/2"],
  ])
  expect(told("proposed")[0]).toEqual(["2", "2 gaps: Edition 1", "/pictures/1?scope=proposed#heat"])
})

test("a figure says in words what its colour shows, and a gap is called one", () => {
  const names = new Map(figures().map(({ href, name, shown }) => [href, [shown, name]]))
  expect(names.get("/table/2?area=connectivity&kind=dc&scope=in")).toEqual([
    "1",
    "1 activity in 2 rows: Global connectivity, Dynamic coalition",
  ])
  const [gap] = figures().filter(({ shown }) => shown.includes("gap"))
  expect(gap).toMatchObject({
    ...{ shown: "1gap", there: 1, href: "/table/2?area=goods&scope=in" },
    name: "1 activity in 1 row, a gap: Digital public goods, all kinds",
  })
})

test("what changed since the edition before is said", () => {
  const said = figures().filter(({ name }) => name.endsWith("Edition 2"))
  expect(said.map(({ shown, name }) => [shown, name])).toEqual([
    ["3+2", "3 activities in 3 rows, 2 more than before: Global connectivity, Edition 2"],
    ["1-1", "1 activity in 1 row, 1 fewer than before: Digital public goods, Edition 2"],
    ["1+1", "1 activity in 1 row, 1 more than before: Cross-cutting, Edition 2"],
    ["5+2", "5 activities in 5 rows, 2 more than before: All areas, Edition 2"],
  ])
})

test.each(["en", "fr"] as const)(
  "in %s every table has a caption, and every head its scope",
  (locale) => {
    const all = show(locale)
    const tables = all.filter(({ tagName }) => tagName === "table")
    expect(tables).toHaveLength(4)
    for (const table of tables)
      expect(elements(table).filter(({ tagName }) => tagName === "caption")).toHaveLength(1)
    const heads = all.filter(({ tagName }) => tagName === "th")
    expect(heads.filter((head) => !/^(col|row)$/.test(attribute(head, "scope")))).toEqual([])
    // The heat map is no place for what the public side may not carry.
    expect(
      all.filter((node) => attribute(node, "style") !== "" || node.tagName === "script"),
    ).toEqual([])
  },
)
