import { strFromU8, unzipSync } from "fflate"
import { expect, test } from "vitest"
import { hardTable } from "@/lib/mapping/sheet/arbitrary-table"
import type { PlainBlock } from "@/lib/minutes/model"
import { mappingFormats } from "./formats"
import { sheetOfEdition, sheetOfTable } from "./table-sheet"
import { writeFile } from "./write-file"

const { table } = hardTable()
const group = { id: "", slug: "wg", shortName: "WG", name: "Working Group" }
const mandate = {
  ...{ id: "", slug: "roadmap", title: "Roadmap", symbol: "A/74/821", dated: null, link: "" },
}
const hrefs = [
  "javascript:alert(1)",
  " JavaScript:alert(2)",
  "java\nscript:alert(3)",
  "data:text/html,x",
]
const good = "https://sound.example.org/"
const synergies: PlainBlock[] = [...hrefs, good].map((href) => ({
  type: "bulletList",
  content: [
    {
      type: "listItem",
      content: [
        {
          type: "paragraph",
          content: [{ type: "text", text: "words", marks: [{ type: "link", attrs: { href } }] }],
        },
      ],
    },
  ],
}))
const activities = [...hrefs, good].map((link, at) => ({
  id: `00000000-0000-4000-8000-00000000000${at}`,
  ...{ title: "Led", kind: "dc" as const, years: [2021], link, body: "" },
}))
const at = new Date("2026-03-03T12:00:00Z")

const [row] = table.rows
if (!row) throw new Error("The table has no row")
const working = sheetOfTable(
  { id: crypto.randomUUID(), group, mandate, change: 0, goal: "", rule: "" },
  { ...table, rows: [{ ...row, cells: { ...row.cells, activities, synergies } }] },
  { locale: "en", at },
)
const edition = sheetOfEdition({
  ...{ id: "", sha256: "0".repeat(64), entry: null, origin: "https://portal.example.org" },
  ...{ editions: [], erased: 0 },
  content: {
    ...{ schema: 1, group, mandate, number: 1, frozenAt: at.toISOString(), note: "" },
    ...{ goal: "", rule: "", areas: [{ slug: "one", title: "One", crossCutting: false }] },
    rows: [
      {
        ...{ number: 1, area: "one", suggests: "x", citation: { mandate: "", paragraph: "" } },
        ...{ scope: "in", reason: "y", status: "open", confirmed: null, meetings: [] },
        ...{ activities, synergies },
      },
    ],
    annex: activities.map((activity) => ({
      ...{ row: 1, area: "one", suggests: "x", edition: 1, activity },
    })),
  },
})

/** All that a file says, its parts unpacked. */
async function said(sheet: typeof working, format: (typeof mappingFormats)[number]) {
  const file = await writeFile(sheet, format)
  if (format !== "docx" && format !== "xlsx") return file.toString("latin1")
  return Object.values(unzipSync(new Uint8Array(file)))
    .map((part) => strFromU8(part))
    .join("\n")
}

const leads = /java\s*script:|data:text/i

// The JSON holds what is stored and sealed, to the last sign; nothing in it is a link.
test.each(mappingFormats.filter((format) => format !== "json"))(
  "a link that got into the database by another way does not come out in %s",
  async (format) => {
    for (const sheet of [working, edition]) {
      const words = await said(sheet, format)
      expect(words).not.toMatch(leads)
      expect(words).toContain(good)
    }
  },
)
