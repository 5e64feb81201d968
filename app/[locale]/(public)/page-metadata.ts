import type { Metadata } from "next"
import { slugMistake } from "@/lib/groups/model"
import { env } from "@/lib/platform/env"
import { localePath, routing } from "@/lib/platform/locales"

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
}: {
  locale: string
  path: string
  canonical?: string
  title: string
  description: string
  type?: "website" | "article"
  until?: Date | null
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
    },
    ...(until ? { other: { "rapporteur-until": until.toISOString() } } : {}),
  }
}
