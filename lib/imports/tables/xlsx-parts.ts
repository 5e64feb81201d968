import { BrokenArchive, listEntries, unpackEntry } from "../formats/archive"
import { readXml } from "../formats/xml"

/** A part of a spreadsheet by its name, unpacked; null where it has none of that name. */
export type Parts = (name: string) => Promise<Uint8Array | null>

/**
 * The parts of a spreadsheet. What they unpack to is counted, all of them together, against `inside`
 * bytes: beyond that it throws `TooMuchInside`; `BrokenArchive` for what is no archive, and `locked` for
 * one that wants a password.
 */
export function partsOf(bytes: Uint8Array, inside: number, locked: () => Error): Parts {
  if (bytes.length < 22) throw new BrokenArchive()
  const entries = new Map(listEntries(bytes, 2_000).map((entry) => [entry.name, entry]))
  let left = inside
  return async (name) => {
    const entry = entries.get(name)
    if (!entry) return null
    if (entry.encrypted) throw locked()
    const content = await unpackEntry(bytes, entry, left)
    left -= content.length
    return content
  }
}

/** A sheet as the table of the file names it. */
export type NamedSheet = { name: string; path: string; hidden: boolean }

/** The sheets in the order of the file, and whether its days are counted from 1904. */
export async function sheetsOf(
  part: Parts,
): Promise<{ sheets: NamedSheet[]; from1904: boolean } | null> {
  const targets = new Map<string, string>()
  const relations = await part("xl/_rels/workbook.xml.rels")
  if (relations)
    readXml(relations, {
      open: ({ attributes }) => targets.set(attributes.Id ?? "", attributes.Target ?? ""),
      close: () => {},
    })
  const workbook = await part("xl/workbook.xml")
  if (!workbook) return null
  const sheets: NamedSheet[] = []
  let from1904 = false
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
  return { sheets, from1904 }
}

/** Signs that programs write as their number, and line ends in the one form that we keep. */
export const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/\r\n?/g, "\n")
