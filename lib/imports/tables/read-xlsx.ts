import { BrokenArchive, listEntries, unpackEntry } from "../formats/archive"
import { readXml } from "../formats/xml"
import { NoTable, type RawTable, tableLimits, withinLimits } from "./model"
import { readDateStyles } from "./xlsx-dates"
import { readLinks, withLinks } from "./xlsx-links"
import { fillMerged } from "./xlsx-merged"
import { readSheet, readStrings } from "./xlsx-sheet"

type Parts = (name: string) => Promise<Uint8Array | null>

/**
 * The first sheet of a spreadsheet that holds something, as Excel, LibreOffice and others write it. Days
 * come as `YYYY-MM-DD`; merged cells hold in each row what stands in their first; words that are a link
 * know where they lead. What it unpacks to is counted, and only cells that are there take room, however far out they stand. Throws `NoTable`,
 * `TooMuchInside`, `BrokenArchive` or `NotReadable`.
 */
export async function readXlsx(bytes: Uint8Array): Promise<RawTable> {
  const part = partsOf(bytes)
  const { sheets, from1904 } = await sheetsOf(part)
  const [strings, styles] = [await part("xl/sharedStrings.xml"), await part("xl/styles.xml")]
  const shared = strings ? readStrings(strings) : []
  const isDate = styles ? readDateStyles(styles) : () => false
  for (const { path, name } of sheets) {
    const xml = await part(path)
    if (!xml) continue
    const { rows, merged } = readSheet(xml, { shared, isDate, from1904 })
    if (rows.length === 0) continue
    const left = sheets.filter((sheet) => sheet.path !== path).map((sheet) => sheet.name || name)
    const links = readLinks(xml, await part(relationsOf(path)))
    return { format: "xlsx", rows: withinLimits(fillMerged(withLinks(rows, links), merged)), left }
  }
  throw new NoTable({ code: "empty" })
}

/** Where a part says what it leads to. */
function relationsOf(path: string): string {
  const at = path.lastIndexOf("/") + 1
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`
}

function partsOf(bytes: Uint8Array): Parts {
  if (bytes.length < 22) throw new BrokenArchive()
  const entries = new Map(listEntries(bytes, 2_000).map((entry) => [entry.name, entry]))
  let left = tableLimits.inside
  return async (name) => {
    const entry = entries.get(name)
    if (!entry) return null
    if (entry.encrypted) throw new NoTable({ code: "password" })
    const content = await unpackEntry(bytes, entry, left)
    left -= content.length
    return content
  }
}

/** The sheets in the order of the file; hidden ones come last. */
async function sheetsOf(part: Parts) {
  const targets = new Map<string, string>()
  const relations = await part("xl/_rels/workbook.xml.rels")
  if (relations)
    readXml(relations, {
      open: ({ attributes }) => targets.set(attributes.Id ?? "", attributes.Target ?? ""),
      close: () => {},
    })
  const sheets: { name: string; path: string; hidden: boolean }[] = []
  let from1904 = false
  const workbook = await part("xl/workbook.xml")
  if (!workbook) throw new BrokenArchive()
  readXml(workbook, {
    open: ({ name, attributes }) => {
      if (name === "workbookPr") from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "")
      if (name !== "sheet") return
      const target = targets.get(attributes["r:id"] ?? "") ?? ""
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`
      const hidden = (attributes.state ?? "visible") !== "visible"
      if (target) sheets.push({ name: attributes.name ?? "", path, hidden })
    },
    close: () => {},
  })
  return {
    sheets: [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)],
    from1904,
  }
}
