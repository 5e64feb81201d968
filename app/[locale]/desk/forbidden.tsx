import { Notice } from "@/app/ui/notice"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

export default async function DeskForbidden() {
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()])
  return (
    <main id="main" className="page">
      <h1>{t("forbidden.title")}</h1>
      <Notice kind="warn">
        <p>
          {t("forbidden.text")} <a href={localePath(locale, "/desk")}>{t("notFound.back")}</a>
        </p>
      </Notice>
    </main>
  )
}
