import { keepDraftInput } from "@/lib/comments/input"
import { keepDraft } from "@/lib/comments/keep-draft"
import { keepAnswerInput } from "@/lib/consultations/input"
import { keepAnswer } from "@/lib/consultations/keep-answer"
import { currentActor } from "@/lib/platform/session"
import { takeDraft } from "@/lib/platform/take-draft"

/** Keeps what somebody types beside a text, or in the form of a consultation. */
export async function POST(request: Request): Promise<Response> {
  return takeDraft(request, keepDraftInput.or(keepAnswerInput), async (draft) => {
    const actor = await currentActor()
    return "key" in draft ? keepDraft(actor, draft) : keepAnswer(actor, draft)
  })
}
