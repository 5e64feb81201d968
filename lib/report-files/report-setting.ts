import type { translatorFor } from "@/lib/platform/i18n"
import { isLocale, type Locale, routing } from "@/lib/platform/locales"
import type { ReportContent } from "@/lib/reports/model"

/** What a file says besides the version itself: where it stands, and by which hashes it is known. */
export type Published = {
  /** Address of the portal without a slash at the end. */
  origin: string
  /** SHA-256 of the version's canonical form. */
  sha256: string
  /** Its entry on the ledger; null where the group's ledger does not have it yet. */
  entry: { position: number; hash: string } | null
}
export type Say = ReturnType<typeof translatorFor>
/** A version on its way into a sheet, with the words of its language. */
export type Setting = Published & { report: ReportContent; t: Say; locale: Locale; address: string }

/** The language of the words around a text: its own where the portal speaks it, else English. */
export function wordsLocale(language: string): Locale {
  const base = language.split("-")[0]?.toLowerCase() ?? ""
  return isLocale(base) ? base : routing.defaultLocale
}
