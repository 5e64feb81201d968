import { getProgress } from "@/lib/imports/progress"
import { refusalResult } from "@/lib/platform/action"
import { Refusal } from "@/lib/platform/errors"
import { currentActor } from "@/lib/platform/session"

const headers = { "cache-control": "no-store" }

/** How far a batch is, as JSON (`BatchProgress`). A refusal is `{ code, message }` with its status. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ group: string; batch: string }> },
): Promise<Response> {
  const { group, batch } = await params
  try {
    return Response.json(await getProgress(await currentActor(), group, batch), { headers })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message } = await refusalResult(error)
    return Response.json({ code, message }, { status: error.status, headers })
  }
}
