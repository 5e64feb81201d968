import { transaction } from "./database"
import { env } from "./env"
import { translatorFor } from "./i18n"
import { isLocale, type Locale, localePath, routing } from "./locales"
import { writeMail } from "./mail"

/** Minutes for which a mailed link is good. */
export const linkMinutes = 10

/** The page that a mailed link opens. Opening it spends nothing; its button signs in. */
export function confirmAddress(email: string, token: string, locale: Locale, next: string): string {
  const address = new URL(localePath(locale, "/sign-in/confirm"), env().origin)
  address.searchParams.set("email", email)
  address.searchParams.set("token", token)
  if (next !== "/desk") address.searchParams.set("next", next)
  return address.href
}

/** Called by the sign-in library when it has made a token: writes the mail, in the language of the page that asked. */
export async function mailSignInLink({
  identifier,
  url,
  token,
}: {
  identifier: string
  url: string
  token: string
}): Promise<void> {
  const target = new URL(new URL(url).searchParams.get("callbackUrl") ?? "/desk", env().origin)
  const prefix = target.pathname.split("/")[1] ?? ""
  const locale = isLocale(prefix) ? prefix : routing.defaultLocale
  const t = translatorFor(locale)
  const link = confirmAddress(identifier, token, locale, target.pathname)
  await transaction((tx) =>
    writeMail(tx, {
      to: identifier,
      subject: t("signIn.mail.subject"),
      text: t("signIn.mail.text", { link, host: new URL(env().origin).host }),
    }),
  )
}
