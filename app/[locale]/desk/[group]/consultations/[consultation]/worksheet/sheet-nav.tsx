import { useTranslations } from "next-intl"
import { type WorksheetShows, worksheetShows } from "@/lib/consultations/worksheet/model"
import type { WorksheetView } from "@/lib/consultations/worksheet/queries"

const nameOf = { all: "showAll", open: "showOpen", reason: "showReason" } as const

/** How much there is to do, which rows are shown, and the pages of a long sheet. */
export function SheetNav({
  sheet: { total, page, pages },
  show,
  base,
}: {
  sheet: WorksheetView
  show: WorksheetShows
  base: string
}) {
  const t = useTranslations("worksheet")
  const at = (number: number) => `${base}?${show === "all" ? "" : `show=${show}&`}page=${number}`
  // What lacks a reason is older than the rule; mostly there is none.
  const shows = worksheetShows.filter((each) => each !== "reason" || total.reason > 0)
  return (
    <div className="sheet-nav">
      <p>{t("counts", total)}</p>
      <nav className="years" aria-label={t("show")}>
        <ul>
          {shows.map((each) => (
            <li key={each}>
              <a
                href={each === "all" ? base : `${base}?show=${each}`}
                aria-current={each === show ? "page" : undefined}
              >
                {t(nameOf[each])}
              </a>
            </li>
          ))}
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
