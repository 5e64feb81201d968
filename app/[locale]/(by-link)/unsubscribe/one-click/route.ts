import { unsubscribeInput } from "@/lib/notices/input"
import { guestOfUnsubscribeLink, unsubscribe } from "@/lib/notices/unsubscribe"
import { Refusal } from "@/lib/platform/errors"

const say = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  })

/**
 * Where mail programs post when somebody presses their "unsubscribe" (RFC 8058): without a session, a
 * cookie or a page of ours before it. The token in the address is all that counts.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null)
  if (form?.get("List-Unsubscribe") !== "One-Click")
    return say(400, "This address takes what RFC 8058 describes: List-Unsubscribe=One-Click.")
  const token = new URL(request.url).searchParams.get("token")
  const input = unsubscribeInput.safeParse({ token })
  if (!input.success) return say(404, "This link is good for nothing.")
  try {
    await unsubscribe(guestOfUnsubscribeLink(input.data.token), input.data)
    return say(200, "No more mail of this kind will come.")
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return say(error.status, "This link is good for nothing.")
  }
}

/** Whoever opens it in a browser gets the page with the button beside it. */
export function GET(request: Request): Response {
  const { pathname, search } = new URL(request.url)
  const location = pathname.replace(/\/one-click\/?$/, "") + search
  return new Response(null, { status: 307, headers: { location } })
}
