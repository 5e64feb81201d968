import { guestOfLink } from "@/lib/consultations/guest-link"
import { keepAnswerAsGuestInput } from "@/lib/consultations/input"
import { keepAnswerAsGuest } from "@/lib/consultations/keep-answer"
import { takeDraft } from "@/lib/platform/take-draft"

/** Keeps what a guest types. Whoever is signed in, the link alone counts; it stands in no address. */
export async function POST(request: Request): Promise<Response> {
  return takeDraft(request, keepAnswerAsGuestInput, async (draft) =>
    keepAnswerAsGuest(await guestOfLink(draft.token), draft),
  )
}
