import { type Filters, noFilters } from "@/lib/mapping/filters"
import { getMapping, readTable } from "@/lib/mapping/queries"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import type { Locale } from "@/lib/platform/locales"
import type { MappingFormat } from "./formats"
import { partOf } from "./part"
import { sheetOfTable } from "./table-sheet"
import { writeApart } from "./write-apart"

/**
 * The working table of a mapping as a file, for those who may read it, in a language. Under filters it is what
 * the grid shows under them, and the file says that it is a part.
 */
export async function deskFile(
  actor: Actor,
  { group, mandate, locale, filters = noFilters }: Place,
  format: MappingFormat,
): Promise<{ name: string; file: Buffer }> {
  const mapping = await getMapping(actor, group, mandate)
  const at = now()
  const today = at.toISOString().slice(0, 10)
  const table = await readTable(mapping)
  const part = partOf(table, filters, { locale, today })
  const sheet = sheetOfTable(mapping, part?.table ?? table, { locale, at, part: part?.told })
  const name = `${mapping.group.slug}-${mapping.mandate.slug}-${today}${part ? "-part" : ""}`
  return { name: `${name}.${format}`, file: await writeApart(sheet, format) }
}

type Place = { group: string; mandate: string; locale: Locale; filters?: Filters }
