import { getMapping, readTable } from "@/lib/mapping/queries"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import type { Locale } from "@/lib/platform/locales"
import type { MappingFormat } from "./formats"
import { sheetOfTable } from "./table-sheet"
import { writeApart } from "./write-apart"

/** The working table of a mapping as a file, for those who may read it, in a language. */
export async function deskFile(
  actor: Actor,
  place: { group: string; mandate: string; locale: Locale },
  format: MappingFormat,
): Promise<{ name: string; file: Buffer }> {
  const mapping = await getMapping(actor, place.group, place.mandate)
  const at = now()
  const sheet = sheetOfTable(mapping, await readTable(mapping), { locale: place.locale, at })
  const name = `${mapping.group.slug}-${mapping.mandate.slug}-${at.toISOString().slice(0, 10)}`
  return { name: `${name}.${format}`, file: await writeApart(sheet, format) }
}
