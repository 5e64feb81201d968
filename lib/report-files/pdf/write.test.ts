import { getDocumentProxy } from "unpdf"
import { describe, expect, test } from "vitest"
import { composeWithdrawal } from "@/lib/reports/compose-withdrawal"
import { exampleReport, line } from "@/lib/reports/example"
import type { ReportContent } from "@/lib/reports/model"
import { emptyReport, firstMissing, hardReport, longReport, wordsOf } from "../faults"
import { sheetOfReport } from "../report-sheet"
import { writePdf } from "./write"

const published = {
  origin: "https://portal.example.org",
  sha256: "ab".repeat(32),
  entry: { position: 3, hash: "cd".repeat(32) },
}
const written = (report: ReportContent) => writePdf(sheetOfReport(report, published))

const read = async (bytes: Buffer) => {
  return { document: await getDocumentProxy(new Uint8Array(bytes)) }
}

/** What is read aloud of a file: its text in order, without heads and feet of pages. */
async function textOf(bytes: Buffer): Promise<string> {
  const { document } = await read(bytes)
  let text = ""
  for (let at = 1; at <= document.numPages; at++) {
    const page = await document.getPage(at)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const open: boolean[] = []
    for (const item of items) {
      if (!("str" in item)) {
        if (item.type.startsWith("begin")) open.push("tag" in item && item.tag === "Artifact")
        else open.pop()
      } else if (!open.includes(true)) text += item.hasEOL ? `${item.str}\n` : item.str
    }
  }
  return text
}

type Node = { role?: string; type?: string; lang?: string; children?: Node[] }

async function treeOf(bytes: Buffer): Promise<Node[]> {
  const { document } = await read(bytes)
  const pages = Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1))
  const trees = await Promise.all(pages.map(async (page) => (await page).getStructTree()))
  return trees.flatMap((tree) => (tree ? [tree as Node] : []))
}

const all = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...all(node.children ?? [])])

/** Every kind of element, and the kinds that stand right below it. */
async function rolesOf(report: ReportContent): Promise<Map<string, Set<string>>> {
  const roles = new Map<string, Set<string>>()
  for (const { role = "", children = [] } of all(await treeOf(await written(report)))) {
    const below = roles.get(role) ?? new Set<string>()
    for (const child of children) if (child.role) below.add(child.role)
    roles.set(role, below)
  }
  return roles
}

describe("a version as PDF", () => {
  test.each(["en", "fr"])(
    "that withdraws says so, why and who, and nothing else of the meeting's course: %s",
    async (language) => {
      const report = exampleReport({ language })
      const withdrawn = composeWithdrawal(report, {
        ...{ at: new Date("2022-03-12T10:00:00Z"), reason: "The group had not agreed." },
        by: { name: "Hyejin Abara", capacity: "Co-chair" },
      })
      const text = (await textOf(await written(withdrawn))).replace(/\s+/g, " ")
      expect(text).toContain(
        language === "en" ? "This report is withdrawn" : "Ce compte rendu est retiré",
      )
      expect(text).toContain("The group had not agreed.")
      expect(text).toContain("Hyejin Abara, Co-chair")
      expect(text).toContain("meetings/33/v2")
      for (const name of ["Ilse Brandvold", "Tomas Okwuosa", "three priorities", "Plan for 2022"])
        expect(text).not.toContain(name)
      expect(text).not.toMatch(/participant|present|regret|présent|excus|agenda|ordre du jour/i)
    },
  )

  test("is tagged: headings, lists, tables and links, each in its place", async () => {
    const roles = await rolesOf(exampleReport())
    for (const role of ["H1", "H2", "H3", "H4", "P", "L", "Table", "Link"])
      expect([...roles.keys()]).toContain(role)
    expect(roles.get("L")).toEqual(new Set(["LI"]))
    expect(roles.get("LI")).toEqual(new Set(["Lbl", "LBody"]))
    expect(roles.get("Table")).toEqual(new Set(["TR"]))
    expect(roles.get("TR")).toEqual(new Set(["TH", "TD"]))
    expect(roles.get("P")).toContain("Link")
  })

  test("leaves no mark of content outside the tree", async () => {
    const bytes = await written(exampleReport())
    const { document } = await read(bytes)
    const page = await document.getPage(1)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    let depth = 0
    const outside: string[] = []
    for (const item of items) {
      if ("str" in item) {
        if (depth === 0 && item.str.trim()) outside.push(item.str)
      } else depth += item.type.startsWith("begin") ? 1 : -1
    }
    expect(outside).toEqual([])
  })

  test("says its title, its language and that it is tagged, and has its typefaces inside", async () => {
    const bytes = await written(exampleReport({ language: "fr" }))
    const { document } = await read(bytes)
    const { info, metadata } = await document.getMetadata()
    expect(info).toMatchObject({
      Title: "Réunion\u00a033: Working Group on Harbours",
      Language: "fr",
      PDFFormatVersion: "1.7",
    })
    expect(metadata?.getRaw()).toContain("<pdfuaid:part>1</pdfuaid:part>")
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true })
    const source = bytes.toString("latin1")
    expect(source.match(/\/Type \/FontDescriptor/g)?.length).toBe(
      source.match(/\/FontFile2/g)?.length,
    )
    expect(source).not.toContain("/Subtype /Type1\n")
  })

  test("claims to keep to PDF/UA only where its typefaces have every sign", async () => {
    const claims = async (title: string) => {
      const example = exampleReport()
      const meeting = { ...example.meeting, title }
      const { document } = await read(await written({ ...example, meeting }))
      const { metadata } = await document.getMetadata()
      const [raw, marks] = [metadata?.getRaw(), await document.getMarkInfo()]
      return { tagged: marks?.Marked, claim: String(raw).includes("pdfuaid:part") }
    }
    expect(await claims("Plan Żółć")).toEqual({ tagged: true, claim: true })
    expect(await claims("Plan \u674e\u660e")).toEqual({ tagged: true, claim: false })
  })

  test("says in which language its own words are, where the text is in another", async () => {
    const langs = async (language: string) => {
      const nodes = all(await treeOf(await written(exampleReport({ language }))))
      return new Set(nodes.flatMap(({ role, lang }) => (lang ? [`${role} ${lang}`] : [])))
    }
    expect(await langs("ar")).toEqual(
      new Set(["Document ar", "P en", "H2 en", "H3 en", "H4 en", "TH en"]),
    )
    expect(await langs("en")).toEqual(new Set(["Document en"]))
  })

  test("has its headings as bookmarks, and leads from the agenda to them", async () => {
    const { document } = await read(await written(exampleReport()))
    const outline = await document.getOutline()
    expect(outline.map(({ title }) => title)).toEqual(
      expect.arrayContaining(["Agenda", "1 Plan for 2022", "2 News", "Annex: participants"]),
    )
    expect(outline.find(({ title }) => title === "2 News")?.items).toHaveLength(2)
    const places = await document.getDestinations()
    expect(Object.keys(places)).toEqual(expect.arrayContaining(["i1", "i2a", "i1p1"]))
  })

  test("bears address, ledger hash and number at the foot of every page", async () => {
    const { document } = await read(await written(longReport(2000)))
    expect(document.numPages).toBeGreaterThan(2)
    for (let at = 1; at <= document.numPages; at++) {
      const { items } = await (await document.getPage(at)).getTextContent()
      const text = items.map((item) => ("str" in item ? item.str : "")).join(" ")
      expect(text).toContain("https://portal.example.org/wg-harbour/meetings/33/v1")
      expect(text).toContain("cd".repeat(32))
      expect(text).toContain(`${at} of ${document.numPages}`)
    }
  })

  test("sets the words of a list beside its numbers, of three digits too", async () => {
    const content = Array.from({ length: 120 }, (_, at) => ({
      type: "listItem" as const,
      content: [line(`Word${at + 1}`)],
    }))
    const { document } = await read(
      await written(
        exampleReport({
          sections: [{ id: "opening", content: [{ type: "orderedList", content }] }],
        }),
      ),
    )
    let looked = 0
    for (let at = 1; at <= document.numPages; at++) {
      const { items } = await (await document.getPage(at)).getTextContent()
      const set = items.flatMap((item) => ("str" in item && item.str.trim() ? [item] : []))
      for (const number of set.filter(({ str }) => /^1\d\d\.$/.test(str))) {
        const word = set.find(({ str }) => str === `Word${number.str.slice(0, -1)}`)
        looked += 1
        expect(word?.transform[4]).toBeGreaterThan(number.transform[4] + number.width)
      }
    }
    expect(looked).toBe(21)
  })

  test("keeps brackets as they were written, although they are drawn turned round", async () => {
    const text = await textOf(await written(hardReport()))
    expect(text).toMatch(/الرئيس\s*\(\s*نائب\s*\)/)
  })

  test("is the same whenever it is made", async () => {
    expect(await written(exampleReport())).toEqual(await written(exampleReport()))
  })

  test.each([
    ["a usual one", exampleReport()],
    ["an empty one", emptyReport()],
    ["one of right-to-left names, emoji, long names and formulas", hardReport()],
    ["one of 100,000 words", longReport(100_000)],
  ])("holds the whole text in order: %s", { timeout: 120_000 }, async (_, report) => {
    expect(firstMissing(wordsOf(report), await textOf(await written(report)))).toBeNull()
  })
})
