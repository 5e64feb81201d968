import { guestOfLink } from "@/lib/consultations/guest-link"
import { guestLinkInput } from "@/lib/consultations/input"
import { silenceGuest } from "@/lib/consultations/silence"
import { answerOneClick, leadToPage } from "@/lib/notices/one-click"

/** Where a mail program ends the mail of one consultation to its guest (RFC 8058): the token counts. */
export async function POST(request: Request): Promise<Response> {
  return answerOneClick(request, guestLinkInput, async (input) =>
    silenceGuest(await guestOfLink(input.token), input),
  )
}

/** Whoever opens it in a browser gets their page, with the button at its end. */
export const GET = leadToPage
