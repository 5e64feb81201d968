import { useLocale, useTranslations } from "next-intl"
import { localePath } from "@/lib/platform/locales"
import { Frame } from "../frame"

/** Nothing stands here: said plainly, with the ways on. */
export function Missing() {
  const t = useTranslations("public")
  const locale = useLocale()
  return (
    <Frame path="/">
      <main className="frame home" id="main">
        <div className="lead">
          <div>
            <h1>{t("missing.title")}</h1>
            <p className="what">{t("missing.text")}</p>
            <p className="what">
              <a href={localePath(locale, "/")}>{t("missing.groups")}</a>
            </p>
          </div>
        </div>
      </main>
    </Frame>
  )
}
