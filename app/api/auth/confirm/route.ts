import { z } from "zod"
import { email, nextPath } from "@/lib/accounts/input"
import { env } from "@/lib/platform/env"
import { isFromOwnPages } from "@/lib/platform/request"
import { confirmCookie } from "@/lib/platform/session"

const form = z.object({ email, token: z.string().regex(/^[\w-]{20,200}$/), next: nextPath })

/**
 * The press of the button on the page that a mailed link opens. Leaves a short-lived cookie that says
 * so, and goes on to the sign-in library, which spends the link.
 */
export async function POST(request: Request): Promise<Response> {
  const parsed = form.safeParse(Object.fromEntries(await request.formData()))
  if (!parsed.success || !(await isFromOwnPages())) {
    return Response.redirect(new URL("/sign-in?error=link", env().origin), 303)
  }
  const { email: address, token, next } = parsed.data
  const target = new URL("/api/auth/callback/email", env().origin)
  target.searchParams.set("email", address)
  target.searchParams.set("token", token)
  target.searchParams.set("callbackUrl", new URL(next, env().origin).href)
  return new Response(null, {
    status: 303,
    headers: {
      location: target.href,
      "set-cookie": confirmCookie(token),
      "cache-control": "no-store",
    },
  })
}
