import { findFeed } from "@/lib/feeds/public-queries"
import { renderAtom } from "@/lib/feeds/render/atom"
import { fileAnswer } from "@/lib/platform/file-answer"
import { isLocale, routing } from "@/lib/platform/locales"

export const dynamic = "force-dynamic"

/** What a group published, opened and closed, for feed readers to subscribe to (Atom). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; group: string }> },
): Promise<Response> {
  const { locale, group } = await params
  const feed = await findFeed(group)
  if (!feed) return new Response(null, { status: 404 })
  const text = renderAtom(feed, isLocale(locale) ? locale : routing.defaultLocale)
  return fileAnswer(request, text, {
    type: "application/atom+xml; charset=utf-8",
    until: feed.until,
  })
}
