import { defineRouting } from "next-intl/routing"

/** English has no prefix; a language is chosen by its address alone, never by a cookie or a header. */
export const routing = defineRouting({
  locales: ["en", "fr"],
  defaultLocale: "en",
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
})

export type Locale = (typeof routing.locales)[number]

export const isLocale = (text: string): text is Locale =>
  (routing.locales as readonly string[]).includes(text)

/** The address of a page in a language: `/fr/wg-strategy`, and `/wg-strategy` in English. */
export function localePath(locale: string, path: string): string {
  if (locale === routing.defaultLocale) return path
  return path === "/" ? `/${locale}` : `/${locale}${path}`
}
