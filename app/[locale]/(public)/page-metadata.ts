import type { Metadata } from "next"
import { slugMistake } from "@/lib/groups/model"
import { env } from "@/lib/platform/env"
import { localePath, routing } from "@/lib/platform/locales"
import { pictureSize } from "@/lib/report-files/picture-size"

/**
 * What a public page says of itself: one canonical address, its other languages, and how it looks
 * when it is shared. `until` is the instant at which the page has to be made anew although nothing
 * was changed, because a call it announces will be over.
 */
export function pageMetadata({
  locale,
  path,
  canonical = path,
  title,
  description,
  type = "website",
  until = null,
  picture,
}: {
  locale: string
  path: string
  canonical?: string
  title: string
  description: string
  type?: "website" | "article"
  until?: Date | null
  /** What is shown with a link to the page; its address is without language and origin. */
  picture?: { path: string; words: string }
}): Metadata {
  const { origin } = env()
  const address = (language: string, of: string) => origin + localePath(language, of)
  const [, group = ""] = path.split("/")
  const feed = slugMistake(group) === null ? address(locale, `/${group}/feed.xml`) : null
  const languages = Object.fromEntries(
    routing.locales.map((language) => [language, address(language, path)]),
  )
  return {
    title,
    description,
    alternates: {
      canonical: address(locale, canonical),
      languages: { ...languages, "x-default": address(routing.defaultLocale, path) },
      ...(feed ? { types: { "application/atom+xml": feed } } : {}),
    },
    openGraph: {
      title,
      description,
      type,
      locale,
      siteName: "Rapporteur",
      url: address(locale, canonical),
      ...(picture
        ? { images: { ...pictureSize, url: origin + picture.path, alt: picture.words } }
        : {}),
    },
    other: {
      // Next's own word for it would repeat everything that is said above.
      ...(picture ? { "twitter:card": "summary_large_image" } : {}),
      ...(until ? { "rapporteur-until": until.toISOString() } : {}),
    },
  }
}
