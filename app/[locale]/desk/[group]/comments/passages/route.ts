import { listPassages } from "@/lib/comments/anchors/queries"
import { getDeskGroup } from "@/lib/groups/queries"
import { refusalResult } from "@/lib/platform/action"
import { notFound, Refusal } from "@/lib/platform/errors"
import { currentActor } from "@/lib/platform/session"
import { textAsked } from "../threads-query"

const headers = { "cache-control": "no-store" }

/**
 * The passages of a text on which threads are open, as JSON (`CommentedPassage[]`). A refusal is
 * `{ code, message }` with its status.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ group: string }> },
): Promise<Response> {
  try {
    const actor = await currentActor()
    await getDeskGroup(actor, (await params).group)
    const text = textAsked(Object.fromEntries(new URL(request.url).searchParams))
    if (!text) throw notFound()
    return Response.json(await listPassages(actor, text), { headers })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message } = await refusalResult(error)
    return Response.json({ code, message }, { status: error.status, headers })
  }
}
