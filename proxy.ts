import { NextRequest } from "next/server"
import createMiddleware from "next-intl/middleware"
import { routing } from "@/lib/platform/locales"

const withLanguage = createMiddleware(routing)

/** Gives every page its language by its address, and its content security policy with a fresh nonce. */
export default function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64")
  const policy = pagePolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set("x-nonce", nonce)
  headers.set("content-security-policy", policy)
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search)
  const response = withLanguage(new NextRequest(request, { headers }))
  response.headers.set("content-security-policy", policy)
  return response
}

function pagePolicy(nonce: string): string {
  // In development React rebuilds stack traces with eval and styles are injected as they change.
  const development = process.env.NODE_ENV === "development"
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "manifest-src 'self'",
  ].join("; ")
}

export const config = {
  matcher: [
    "/((?!api/|healthz|_next/|fonts/|static/|favicon.ico|icon.svg|robots.txt|sitemap.xml).*)",
  ],
}
