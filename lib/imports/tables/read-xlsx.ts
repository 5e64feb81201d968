import { BrokenArchive } from "../formats/archive"
import { NoTable, type RawTable, tableLimits, withinLimits } from "./model"
import { readDateStyles } from "./xlsx-dates"
import { readLinks, withLinks } from "./xlsx-links"
import { fillMerged } from "./xlsx-merged"
import { type NamedSheet, partsOf, sheetsOf } from "./xlsx-parts"
import { readSheet, readStrings } from "./xlsx-sheet"

/**
 * The first sheet of a spreadsheet that holds something, as Excel, LibreOffice and others write it. Days
 * come as `YYYY-MM-DD`; merged cells hold in each row what stands in their first; words that are a link
 * know where they lead. What it unpacks to is counted, and only cells that are there take room, however far
 * out they stand. Throws `NoTable`, `TooMuchInside`, `BrokenArchive` or `NotReadable`.
 */
export async function readXlsx(bytes: Uint8Array): Promise<RawTable> {
  const part = partsOf(bytes, tableLimits.inside, () => new NoTable({ code: "password" }))
  const named = await sheetsOf(part)
  if (!named) throw new BrokenArchive()
  const isHidden = ({ hidden }: NamedSheet) => hidden
  const { from1904 } = named
  // Hidden ones come last.
  const sheets = [...named.sheets.filter((one) => !isHidden(one)), ...named.sheets.filter(isHidden)]
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
