import { getTableColumns, type SQL, sql } from "drizzle-orm"
import { mappingRows } from "@/db/schema/mapping"
import { partsOfRecord } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { statement } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { groupsWhereCan } from "@/lib/policy/can"
import { partsOfLog, toldOf } from "../log-changes"
import type { CellField, CellSave, Way } from "../model"
import { speakingFields } from "../speaks-of"
import { columnsOf } from "./cell-columns"
import { mentionsAnybody } from "./name-mentioned"
import type { Written } from "./write-cells"

/** Cells that need nothing but their own row, and how the history writes what stands in row `r`. */
const alone: Partial<Record<CellField, SQL>> = {
  suggests: sql`to_jsonb(r.suggests)`,
  citation: sql`jsonb_build_object('mandate', r.citation_mandate, 'paragraph', r.citation_paragraph)`,
  activities: sql`r.activities`,
  synergies: sql`r.synergies`,
  status: sql`to_jsonb(r.status)`,
  confirmed: sql`to_jsonb(r.confirmed_on)`,
}

/**
 * Saves one cell as `saveCells` does, in one journey: one statement takes the lock, asks the policy,
 * compares the revision, and writes the cell, its history, the event and the job. It writes only where
 * nothing stands against it; for all else it answers null, has changed nothing, and says not why.
 */
export async function saveAtOnce(
  actor: Actor,
  { mappingId, cell, way }: { mappingId: string; cell: CellSave; way: Way },
): Promise<Pick<Written, "change" | "cells"> | null> {
  const { rowId, field, base, value } = cell
  const stands = alone[field]
  if (!stands || (field === "synergies" && mentionsAnybody(value))) return null
  // Where a cell leads into the portal, or did, what is led to has to hear of it.
  const { origin } = env()
  const mayLead = speakingFields.some((speaking) => speaking === field)
  if (mayLead && JSON.stringify(value).includes(origin)) return null
  const ledNowhere = mayLead ? sql`position(${origin} in (${stands})::text) = 0` : sql`true`
  const found = groupsWhereCan(actor, "mapping.edit")
  const groups = found === "all" ? null : [...found]
  const record = await partsOfRecord("mapping.edited", {
    ...{ actor, from: "counted", subject: { type: "mapping", id: mappingId } },
    groupId: sql`group_id`,
    data: sql`jsonb_build_object('mandate', title, 'rows', jsonb_build_array(number), 'count', 1,
      'fields', jsonb_build_array(${field}::text))`,
  })
  // A row that was changed while this waited for the lock is compared as it stands then, because a lock
  // looks at it anew. The key stays free for whoever files a comment on the row meanwhile.
  const [saved] = await statement<{ change: string; revision: number }>(sql`
    with held as (
      select m.id, d.title from mappings m join mandates d on d.id = m.mandate_id
      where m.id = ${mappingId}
        and (${sql.param(groups)}::uuid[] is null or m.group_id = any(${sql.param(groups)}::uuid[]))
      for update of m
    ), stood as (
      select r.id, r.number, held.title, ${stands} as before, ${base}::int + 1 as revision
      from held join mapping_rows r on r.mapping_id = held.id
      where r.id = ${rowId} and r.retired_at is null
        and coalesce((r.revisions->>${field}::text)::int, 0) = ${base}::int
        and ${ledNowhere}
        and ${stands} is distinct from nullif(${JSON.stringify(value)}::text::jsonb, 'null')
      for no key update of r
    ), edited as (
      update mapping_rows r set ${assigned(cell, actor)},
        revisions = r.revisions || jsonb_build_object(${field}::text, stood.revision)
      from stood where r.id = stood.id
      returning stood.id as row_id, stood.number, stood.title, stood.revision, stood.before,
        ${stands} as after
    ), ${partsOfLog(mappingId, { actor, way, field })}, ${record}
    select counted.change, counted.revision, ${toldOf} from counted`)
  if (!saved) return null
  return { change: Number(saved.change), cells: [{ rowId, field, revision: saved.revision }] }
}

/** The columns of a cell with their new values, as an update sets them. */
function assigned(cell: CellSave, actor: Actor): SQL {
  const columns = getTableColumns(mappingRows)
  const given = Object.entries(columnsOf(cell, actor)) as [keyof typeof columns, unknown][]
  return sql.join(
    given.map(([key, value]) => {
      const column = columns[key]
      return sql`${sql.identifier(column.name)} = ${sql.param(value, column)}`
    }),
    sql`, `,
  )
}
