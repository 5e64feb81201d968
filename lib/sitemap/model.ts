/** A public page as search engines are told of it. `path` is without language and origin. */
export type SitemapPage = {
  path: string
  /** When what it shows was last published or changed; null where nobody knows. */
  changedAt: Date | null
}

export type Sitemap = {
  pages: SitemapPage[]
  /** The address of the portal, without a slash at its end. */
  origin: string
  /** When the clock alone will make it another. */
  until: Date | null
}

/** What one file may name (sitemaps.org). */
export const mostAddresses = 50_000
