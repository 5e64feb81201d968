import { Notice } from "@/app/ui/notice"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

export default async function ByLinkNotFound() {
  const [t, locale] = await Promise.all([getTranslations("join"), getLocale()])
  return (
    <>
      <h1>{t("noGroup.title")}</h1>
      <Notice>
        <p>
          {t("noGroup.text")} <a href={localePath(locale, "/")}>{t("noGroup.back")}</a>
        </p>
      </Notice>
    </>
  )
}
