import { and, desc, eq } from "drizzle-orm"
import { mappingSheets } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import type { RawTable } from "@/lib/imports/tables/model"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import type { Locale } from "@/lib/platform/locales"
import { type Page, pageOf } from "@/lib/platform/pages"
import { authorize } from "@/lib/policy/can"
import type { Area } from "../model"
import { type DeskMapping, getMapping } from "../queries"
import { planWithHistory } from "./earlier"
import { readStanding } from "./standing"
import type { SheetPlan } from "./status"
import { withoutOwn } from "./words"

/** A table that was brought in. */
export type SheetLine = {
  id: string
  name: string
  by: string
  at: Date
  takenAt: Date | null
  added: number
  changed: number
}

const shown = {
  id: mappingSheets.id,
  name: mappingSheets.name,
  by: people.name,
  at: mappingSheets.broughtAt,
  takenAt: mappingSheets.takenAt,
  added: mappingSheets.added,
  changed: mappingSheets.changed,
}

/** How many tables a page shows. */
export const sheetsPage = 20

/** The mapping into which a table can be brought, and a page of those that were, the newest first. */
export async function getBringIn(
  actor: Actor,
  group: string,
  mandate: string,
  page = 1,
): Promise<{ mapping: DeskMapping; sheets: Page<SheetLine> }> {
  const mapping = await forThoseWhoBringIn(actor, group, mandate)
  const sheets = await database()
    .select(shown)
    .from(mappingSheets)
    .innerJoin(people, eq(people.id, mappingSheets.broughtBy))
    .where(eq(mappingSheets.mappingId, mapping.id))
    .orderBy(desc(mappingSheets.broughtAt), desc(mappingSheets.id))
    .limit(sheetsPage + 1)
    .offset((page - 1) * sheetsPage)
  return { mapping, sheets: pageOf(sheets, sheetsPage) }
}

/** What a table would change now, for its preview. */
export type SheetPreview = {
  mapping: DeskMapping
  sheet: SheetLine
  areas: readonly Area[]
  /** Sheets and tables of the file that were not read. */
  left: string[]
  plan: SheetPlan
}

/** What a table that was brought in would change as the mapping stands now. `not_found` when there is none. */
export async function getSheetPreview(
  actor: Actor,
  { group, mandate, sheetId, locale }: Place & { locale: Locale },
): Promise<SheetPreview> {
  const mapping = await forThoseWhoBringIn(actor, group, mandate)
  if (!isId(sheetId)) throw notFound()
  const [found] = await database()
    .select({ ...shown, content: mappingSheets.content })
    .from(mappingSheets)
    .innerJoin(people, eq(people.id, mappingSheets.broughtBy))
    .where(and(eq(mappingSheets.id, sheetId), eq(mappingSheets.mappingId, mapping.id)))
  if (!found) throw notFound()
  const { content, ...sheet } = found
  const table = content as RawTable
  const standing = await readStanding(database(), {
    ...mapping,
    groupId: mapping.group.id,
    mayDecide: mapping.may.decide,
  })
  const { areas } = standing
  const plan = await planWithHistory(database(), table, standing, locale)
  return { mapping, sheet, areas, left: withoutOwn(table.left), plan }
}

type Place = { group: string; mandate: string; sheetId: string }

async function forThoseWhoBringIn(actor: Actor, group: string, mandate: string) {
  const mapping = await getMapping(actor, group, mandate)
  authorize(actor, "mapping.bringIn", { groupId: mapping.group.id })
  return mapping
}
