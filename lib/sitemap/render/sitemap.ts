import { element, leaf } from "@/lib/feeds/render/xml"
import { localePath, routing } from "@/lib/platform/locales"
import { mostAddresses, type Sitemap } from "../model"

/** The sitemap of the portal (sitemaps.org 0.9): every page in every language, each naming the others. */
export function renderSitemap({ pages, origin }: Sitemap): string {
  const most = Math.floor(mostAddresses / routing.locales.length)
  const addresses = pages.slice(0, most).flatMap(({ path, changedAt }) =>
    routing.locales.map((locale) =>
      element("url", {}, [
        leaf("loc", origin + localePath(locale, path)),
        ...(changedAt ? [leaf("lastmod", changedAt.toISOString())] : []),
        ...routing.locales.map((other) =>
          element("xhtml:link", {
            rel: "alternate",
            hreflang: other,
            href: origin + localePath(other, path),
          }),
        ),
      ]),
    ),
  )
  const spaces = {
    xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
  }
  return `<?xml version="1.0" encoding="utf-8"?>\n${element("urlset", spaces, addresses)}\n`
}
