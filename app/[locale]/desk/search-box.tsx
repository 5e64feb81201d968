import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { limits } from "@/lib/search/model"

/** The box at the head of every desk page: it leads to all that its reader may find. */
export async function SearchBox() {
  const [t, locale] = await Promise.all([getTranslations("search"), getLocale()])
  return (
    <search className="bar-search">
      <form className="bar-find" action={localePath(locale, "/desk/search")}>
        <label className="vh" htmlFor="bar-q">
          {t("box")}
        </label>
        <input className="in" type="search" id="bar-q" name="q" maxLength={limits.query} />
        <Button icon small aria-label={t("go")}>
          <Icon name="search" />
        </Button>
      </form>
    </search>
  )
}
