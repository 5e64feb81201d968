import { unsubscribeInput } from "@/lib/notices/input"
import { answerOneClick, leadToPage } from "@/lib/notices/one-click"
import { guestOfUnsubscribeLink, unsubscribe } from "@/lib/notices/unsubscribe"

/** Where a mail program ends mail of one kind to a member (RFC 8058). */
export async function POST(request: Request): Promise<Response> {
  return answerOneClick(request, unsubscribeInput, (input) =>
    unsubscribe(guestOfUnsubscribeLink(input.token), input),
  )
}

/** Whoever opens it in a browser gets the page with the button. */
export const GET = leadToPage
