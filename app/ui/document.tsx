import { NextIntlClientProvider } from "next-intl"
import type { ReactNode } from "react"
import { messagesForBrowser } from "@/lib/platform/browser-messages"
import { getLocale, getTranslations } from "@/lib/platform/i18n"

/** The page around everything that is worked with: language, skip link, catalogue for browser code. */
export async function Document({ side, children }: { side: "desk" | "form"; children: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("ui")])
  return (
    <html lang={locale} dir="ltr">
      <head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body className={side === "desk" ? "desk" : "desk form-page"}>
        <a className="skip" href="#main">
          {t("skip")}
        </a>
        <NextIntlClientProvider messages={messagesForBrowser(locale)}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
