import { createTranslator } from "next-intl"
import { expect, test } from "vitest"
import { messagesForBrowser } from "./browser-messages"
import { catalogues } from "./i18n"

test.each(["en", "fr"] as const)(
  "the words for the browser are those of %s, and not all",
  (locale) => {
    const messages = messagesForBrowser(locale)
    const whole = catalogues[locale]
    expect(messages.errors, "any refusal may be shown").toEqual(whole.errors)
    const t = createTranslator({ locale, messages: messages as typeof catalogues.en })
    expect(t("mapping.field.area")).toBe(whole.mapping.field.area)
    // What happened is told by the server alone.
    expect(messages).not.toHaveProperty("activity")
    const size = (words: object) => JSON.stringify(words).length
    expect(size(messages)).toBeLessThan(0.55 * size(whole))
  },
)
