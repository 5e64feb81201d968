import { notFound } from "next/navigation"
import { isLocale, type Locale } from "@/lib/platform/locales"

/** The language of a public page: its address alone says which. An unknown one is no page. */
export async function documentLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return locale
}

/** A meeting's number as an address writes it: `33`, never `033` or `33.0`. Null for anything else. */
export function numberFrom(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

/** A version as an address writes it: `v2`. */
export function versionFrom(text: string): number | null {
  return text.startsWith("v") ? numberFrom(text.slice(1)) : null
}
