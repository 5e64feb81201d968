import { guestOfLink } from "@/lib/consultations/guest-link"
import { keepAnswerAsGuestInput, keepEditAsGuestInput } from "@/lib/consultations/input"
import { keepAnswerAsGuest, keepEditAsGuest } from "@/lib/consultations/keep-answer"
import { takeDraft } from "@/lib/platform/take-draft"

/** Keeps what a guest types. Whoever is signed in, the link alone counts; it stands in no address. */
export async function POST(request: Request): Promise<Response> {
  return takeDraft(request, keepAnswerAsGuestInput.or(keepEditAsGuestInput), async (draft) => {
    const guest = await guestOfLink(draft.token)
    return "commentId" in draft ? keepEditAsGuest(guest, draft) : keepAnswerAsGuest(guest, draft)
  })
}
