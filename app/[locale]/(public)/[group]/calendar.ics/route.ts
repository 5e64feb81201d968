import { createHash } from "node:crypto"
import { findPublicCalendar } from "@/lib/meetings/public-queries"
import { renderCalendar } from "@/lib/meetings/render/calendar"
import { isLocale, routing } from "@/lib/platform/locales"

export const dynamic = "force-dynamic"

/** The calendar of a group, for calendar programs to subscribe to. Announced facts only, for everybody alike. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; group: string }> },
): Promise<Response> {
  const { locale, group } = await params
  const found = await findPublicCalendar(group)
  if (!found) return new Response(null, { status: 404 })
  const text = renderCalendar(found, isLocale(locale) ? locale : routing.defaultLocale)
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`
  const changes = found.meetings.map(({ changedAt }) => changedAt.getTime())
  const headers = {
    etag,
    "cache-control": "public, max-age=300",
    ...(changes.length > 0 && { "last-modified": new Date(Math.max(...changes)).toUTCString() }),
  }
  // A proxy that compresses marks the tag as weak; the calendar is the same.
  const known = (request.headers.get("if-none-match") ?? "").replaceAll("W/", "").split(/,\s*/)
  if (known.includes(etag) || known.includes("*"))
    return new Response(null, { status: 304, headers })
  return new Response(text, {
    headers: {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `inline; filename="${found.group.slug}.ics"`,
    },
  })
}
