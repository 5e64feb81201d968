import { createTranslator, hasLocale } from "next-intl"
import { getRequestConfig } from "next-intl/server"
import en from "@/messages/en.json"
import fr from "@/messages/fr.json"
import { type Locale, routing } from "./locales"

export const catalogues = { en, fr }

/** A translator outside a request, for mail and commands. */
export function translatorFor(locale: Locale) {
  return createTranslator({ locale, messages: catalogues[locale] })
}

// Times on pages are UTC; the reader's own zone is added beside it in the browser.
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale
  return { locale, messages: catalogues[locale], timeZone: "UTC" }
})

export { getFormatter, getLocale, getMessages, getTranslations } from "next-intl/server"
