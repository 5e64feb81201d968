import { fileAnswer } from "@/lib/platform/file-answer"
import { findSitemap } from "@/lib/sitemap/public-queries"
import { renderSitemap } from "@/lib/sitemap/render/sitemap"

export const dynamic = "force-dynamic"

/** Every public page, for search engines. */
export async function GET(request: Request): Promise<Response> {
  const sitemap = await findSitemap()
  return fileAnswer(request, renderSitemap(sitemap), {
    type: "application/xml; charset=utf-8",
    until: sitemap.until,
  })
}
