import { env } from "@/lib/platform/env"
import { fileAnswer } from "@/lib/platform/file-answer"

export const dynamic = "force-dynamic"

/** What search engines may ask for: everything but the desk and sign-in (RFC 9309). */
export function GET(request: Request): Response {
  const lines = ["User-agent: *", "Disallow: /desk", "Disallow: /*/desk", "Disallow: /sign-in"]
  const text = [...lines, "Disallow: /*/sign-in", "Disallow: /api/auth/", "", ""].join("\n")
  return fileAnswer(request, `${text}Sitemap: ${env().origin}/sitemap.xml\n`, {
    type: "text/plain; charset=utf-8",
    maxAge: 3600,
  })
}
