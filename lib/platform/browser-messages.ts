import type { Messages } from "next-intl"
import keys from "@/messages/in-browser.json"
import { catalogues } from "./i18n"
import type { Locale } from "./locales"

type Words = { [key: string]: string | Words }

/** One for each language, made when it is first asked for. */
const picked = new Map<Locale, Partial<Messages>>()

/**
 * The part of a language's catalogue that browser code uses; pages with script carry it, so it is less than
 * half of the whole. The check keeps its list of keys true (docs/decisions/0059-words-for-the-browser.md).
 */
export function messagesForBrowser(locale: Locale): Partial<Messages> {
  const known = picked.get(locale)
  if (known) return known
  const words: Words = {}
  for (const key of keys) copy(catalogues[locale], words, key.split("."))
  picked.set(locale, words)
  return words
}

function copy(from: Words, to: Words, [first = "", ...rest]: readonly string[]): void {
  const found = from[first]
  if (found === undefined) throw new Error(`No catalogue has ${first}`)
  if (typeof found === "string") {
    to[first] = found
    return
  }
  const inner = (to[first] ?? {}) as Words
  to[first] = inner
  copy(found, inner, rest)
}
