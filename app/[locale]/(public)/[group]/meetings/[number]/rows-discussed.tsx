import { useLocale, useTranslations } from "next-intl"
import { mappingPath, rowAnchor } from "@/lib/editions/addresses"
import type { DiscussedRow } from "@/lib/editions/public-queries"
import { localePath } from "@/lib/platform/locales"

/** How much of what a row suggests its line shows, in characters. */
const shown = 200

/** The rows of the newest editions that name this meeting; nothing where none does. */
export function RowsDiscussed({ rows, group }: { rows: readonly DiscussedRow[]; group: string }) {
  const t = useTranslations("public.discussed")
  const locale = useLocale()
  if (rows.length === 0) return null
  return (
    <section className="speaking" aria-labelledby="discussed">
      <h2 id="discussed">{t("title")}</h2>
      <ul>
        {rows.map(({ mandate, number, suggests }) => {
          const path = `${mappingPath(group, mandate.slug)}#${rowAnchor(number)}`
          return (
            <li key={path}>
              <a href={localePath(locale, path)}>{t("row", { number, title: mandate.title })}</a>{" "}
              {suggests ? (
                <span className="saying" dir="auto">
                  {suggests.length > shown ? `${suggests.slice(0, shown)}…` : suggests}
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
