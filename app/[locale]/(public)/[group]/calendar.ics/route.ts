import { findPublicCalendar } from "@/lib/meetings/public-queries"
import { renderCalendar } from "@/lib/meetings/render/calendar"
import { fileAnswer } from "@/lib/platform/file-answer"
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
  const changes = found.meetings.map(({ changedAt }) => changedAt.getTime())
  return fileAnswer(request, text, {
    type: "text/calendar; charset=utf-8",
    maxAge: 300,
    until: found.until,
    headers: {
      "content-disposition": `inline; filename="${found.group.slug}.ics"`,
      ...(changes.length > 0 && { "last-modified": new Date(Math.max(...changes)).toUTCString() }),
    },
  })
}
