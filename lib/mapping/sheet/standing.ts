import { and, asc, eq, isNull, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { mappingAreas, mappingRows } from "@/db/schema/mapping"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { cellsOf, revisionsOf } from "../cells/row-cells"
import { markOfMapping, type Standing } from "./model"

type Known = {
  id: string
  groupId: string
  mandate: { symbol: string }
  change: number
  mayDecide: boolean
}

/** The table of a mapping as a file is laid beside it. Does not authorize. */
export async function readStanding(reader: Reader, mapping: Known): Promise<Standing> {
  const isMember = and(
    eq(memberships.personId, people.id),
    eq(memberships.groupId, mapping.groupId),
    isNull(memberships.until),
  )
  const areas = await reader
    .select()
    .from(mappingAreas)
    .where(eq(mappingAreas.mappingId, mapping.id))
    .orderBy(asc(mappingAreas.position))
  const rows = await reader
    .select()
    .from(mappingRows)
    .where(eq(mappingRows.mappingId, mapping.id))
    .orderBy(asc(mappingRows.number))
  const named = await reader
    .selectDistinct({
      id: people.id,
      name: people.name,
      member: sql<boolean>`${memberships.id} is not null`,
    })
    .from(people)
    .leftJoin(memberships, isMember)
    .where(
      sql`${memberships.id} is not null or ${people.id} in
        (select responsible_id from ${mappingRows} where mapping_id = ${mapping.id})`,
    )
    .orderBy(asc(people.name))
  return {
    areas,
    rows: rows.map((row) => ({
      id: row.id,
      number: row.number,
      cells: cellsOf(row),
      revisions: revisionsOf(row),
      retired: row.retiredAt ? row.retiredReason : null,
    })),
    people: named,
    mandate: mapping.mandate.symbol,
    mayDecide: mapping.mayDecide,
    state: { mapping: markOfMapping(mapping.id), change: mapping.change },
  }
}
