import { keepDraftInput } from "@/lib/comments/input"
import { keepDraft } from "@/lib/comments/keep-draft"
import { Refusal } from "@/lib/platform/errors"
import { isFromOwnPages } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

/** Keeps what somebody types. Answers with nothing, or with the status of the refusal. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!(await isFromOwnPages())) throw new Refusal("forbidden", "foreignOrigin")
    const actor = await currentActor()
    const read = keepDraftInput.safeParse(await request.json().catch(() => null))
    if (!read.success) throw new Refusal("invalid", "fields")
    await keepDraft(actor, read.data)
    return new Response(null, { status: 204 })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response(null, { status: error.status })
  }
}
