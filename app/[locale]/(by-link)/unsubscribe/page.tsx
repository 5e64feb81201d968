import type { Metadata } from "next"
import { Notice } from "@/app/ui/notice"
import { unsubscribeInput } from "@/lib/notices/input"
import { readUnsubscribeToken, type Unsubscription } from "@/lib/notices/unsubscribe-link"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { UnsubscribeForm } from "./unsubscribe-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("unsubscribe.title") }
}

/** Where the foot of a mail leads. Opening it ends nothing, since mail scanners open links; the button does. */
export default async function UnsubscribePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [asked, t, locale] = await Promise.all([
    searchParams,
    getTranslations("notices"),
    getLocale(),
  ])
  const input = unsubscribeInput.safeParse(asked)
  const link = input.success ? readUnsubscribeToken(input.data.token) : null
  const choices = <a href={localePath(locale, "/desk/notices/choices")}>{t("choices.title")}</a>
  const what = ([, ends]: Unsubscription) =>
    ends === "daily" || ends === "weekly"
      ? t("unsubscribe.digest", { tempo: ends })
      : t("unsubscribe.kind", { kind: t(`kind.${ends}`) })
  return (
    <>
      <h1>{t("unsubscribe.title")}</h1>
      {link && input.success ? (
        <>
          <p>{what(link)}</p>
          <UnsubscribeForm token={input.data.token} />
          <p className="small muted">
            {t("unsubscribe.more")} {choices}
          </p>
        </>
      ) : (
        <Notice kind="bad" title={t("unsubscribe.broken")}>
          <p>
            {t("unsubscribe.more")} {choices}
          </p>
        </Notice>
      )}
    </>
  )
}
