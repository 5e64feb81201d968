import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

const pages = { sent: "/desk/mail", received: "/desk/mail/received" } as const

/** The two pages about mail: what did not go out, and what came in and was not filed. */
export async function MailPages({ at }: { at: keyof typeof pages }) {
  const [t, locale] = await Promise.all([getTranslations("mail.pages"), getLocale()])
  return (
    <nav className="years" aria-label={t("label")}>
      <ul>
        {(["sent", "received"] as const).map((page) => (
          <li key={page}>
            <a
              href={localePath(locale, pages[page])}
              aria-current={page === at ? "page" : undefined}
            >
              {t(page)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
