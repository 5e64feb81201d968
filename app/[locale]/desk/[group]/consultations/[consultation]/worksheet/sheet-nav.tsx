import { useTranslations } from "next-intl"
import type { WorksheetView } from "@/lib/consultations/worksheet/queries"

/** How much there is to do, which rows are shown, and the pages of a long sheet. */
export function SheetNav({
  sheet: { total, page, pages },
  open,
  base,
}: {
  sheet: WorksheetView
  open: boolean
  base: string
}) {
  const t = useTranslations("worksheet")
  const at = (number: number) => `${base}?${open ? "show=open&" : ""}page=${number}`
  return (
    <div className="sheet-nav">
      <p>{t("counts", total)}</p>
      <nav className="years" aria-label={t("show")}>
        <ul>
          <li>
            <a href={base} aria-current={open ? undefined : "page"}>
              {t("showAll")}
            </a>
          </li>
          <li>
            <a href={`${base}?show=open`} aria-current={open ? "page" : undefined}>
              {t("showOpen")}
            </a>
          </li>
        </ul>
      </nav>
      {pages > 1 ? (
        <nav className="years" aria-label={t("pagesLabel")}>
          <ul>
            {page > 1 ? (
              <li>
                <a href={at(page - 1)} rel="prev">
                  {t("previous")}
                </a>
              </li>
            ) : null}
            <li>{t("page", { page, pages })}</li>
            {page < pages ? (
              <li>
                <a href={at(page + 1)} rel="next">
                  {t("next")}
                </a>
              </li>
            ) : null}
          </ul>
        </nav>
      ) : null}
    </div>
  )
}
