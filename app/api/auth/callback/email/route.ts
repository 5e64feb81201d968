import { NextRequest } from "next/server"
import { env } from "@/lib/platform/env"
import { handlers, wasConfirmed } from "@/lib/platform/session"

/** Spends a mailed link, but only for the browser in which the button was pressed. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = request.nextUrl.searchParams
  if (!wasConfirmed(request.cookies.get("rapporteur-confirm")?.value, asked.get("token"))) {
    const page = new URL("/sign-in/confirm", env().origin)
    for (const name of ["email", "token"]) page.searchParams.set(name, asked.get(name) ?? "")
    return Response.redirect(page, 303)
  }
  return handlers.GET(
    new NextRequest(
      new URL(request.nextUrl.pathname + request.nextUrl.search, env().origin),
      request,
    ),
  )
}
