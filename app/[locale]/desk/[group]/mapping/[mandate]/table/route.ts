import { countRowThreads } from "@/lib/comments/count-rows"
import { findPeople, getMapping } from "@/lib/mapping/queries"
import { readRecentTable } from "@/lib/mapping/recent-table"
import { refusalResult } from "@/lib/platform/action"
import { Refusal } from "@/lib/platform/errors"
import { currentActor } from "@/lib/platform/session"
import type { LoadedTable } from "../grid/given"

const headers = { "cache-control": "no-store" }

/**
 * The whole table as JSON (`LoadedTable`), for the grid. Whatever is changed while it is read comes again
 * over the line: the change is counted before the rows are read. With `?only=comments` the counts of comments
 * alone, `{ comments }`; with `?only=people` whom the table may name, `{ people }`. A refusal is
 * `{ code, message }`.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ group: string; mandate: string }> },
): Promise<Response> {
  const { group, mandate } = await params
  try {
    const actor = await currentActor()
    const mapping = await getMapping(actor, group, mandate)
    const only = new URL(request.url).searchParams.get("only")
    if (only === "people") return Response.json({ people: await findPeople(mapping) }, { headers })
    const [table, counts] = await Promise.all([
      only === "comments" ? null : readRecentTable(mapping),
      countRowThreads(actor, mapping.id),
    ])
    const comments = Object.fromEntries(
      Object.entries(counts).map(([rowId, count]) => [rowId, count.comments]),
    )
    if (!table) return Response.json({ comments }, { headers })
    const loaded: LoadedTable = { change: mapping.change, table, comments }
    return Response.json(loaded, { headers })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message } = await refusalResult(error)
    return Response.json({ code, message }, { status: error.status, headers })
  }
}
