import { useLocale, useTranslations } from "next-intl"
import type { PublicBacklinks } from "@/lib/links/public-queries"
import { localePath } from "@/lib/platform/locales"
import { byText, titleOf } from "../../speaker"

/** The published texts that speak of a row of an edition, as a line in it. */
export function RowSpeaking({
  backlinks: { shown, more },
  group,
}: {
  backlinks: PublicBacklinks
  /** The slug of the group. */
  group: string
}) {
  const t = useTranslations("public.speaking")
  const locale = useLocale()
  return (
    <div className="small spoken-in">
      <p>{t("rowIn")}</p>
      <ul>
        {byText(group, shown).map(({ path, from }) => (
          <li key={path}>
            <a href={localePath(locale, path)} dir="auto">
              {titleOf(t, from)}
            </a>
          </li>
        ))}
        {more > 0 ? <li>{t("more", { more })}</li> : null}
      </ul>
    </div>
  )
}
