import type { z } from "zod"
import { Refusal } from "@/lib/platform/errors"

const say = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  })

/**
 * Answers a mail program that posts when somebody presses its "unsubscribe" (RFC 8058): without a
 * session, a cookie or a page of ours before it. The token in the address is all that counts.
 */
export async function answerOneClick<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  end: (input: z.output<Schema>) => Promise<unknown>,
): Promise<Response> {
  const form = await request.formData().catch(() => null)
  if (form?.get("List-Unsubscribe") !== "One-Click")
    return say(400, "This address takes what RFC 8058 describes: List-Unsubscribe=One-Click.")
  const token = new URL(request.url).searchParams.get("token")
  const input = schema.safeParse({ token })
  if (!input.success) return say(404, "This link is good for nothing.")
  try {
    await end(input.data)
    return say(200, "No more mail of this kind will come.")
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return say(error.status, "This link is good for nothing.")
  }
}

/** Leads a browser that opens the address to the page with the button above it. */
export function leadToPage(request: Request): Response {
  const { pathname, search } = new URL(request.url)
  const location = pathname.replace(/\/one-click\/?$/, "") + search
  return new Response(null, { status: 307, headers: { location } })
}
