import { useLocale, useTranslations } from "next-intl"
import type { PublicEdition } from "@/lib/editions/public-queries"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"

/** An older edition says so where it is read first; `newest` is the same page of the newest one. */
export function Older({
  edition: { content, editions },
  newest: path,
}: {
  edition: PublicEdition
  newest: string
}) {
  const t = useTranslations("mapping.editions")
  const locale = useLocale()
  const [newest] = editions
  if (!newest || newest.number === content.number) return null
  return (
    <aside className="corrected" aria-labelledby="older">
      <h2 id="older">{t("olderTitle", { number: content.number })}</h2>
      <p>
        {t.rich("olderText", {
          number: newest.number,
          day: dayText(newest.frozenAt, locale),
          link: (chunks) => <a href={localePath(locale, path)}>{chunks}</a>,
        })}
      </p>
    </aside>
  )
}
