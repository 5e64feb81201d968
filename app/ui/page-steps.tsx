import { useTranslations } from "next-intl"

/** The ways to the page before and after one of several; `to` gives the address of each. */
export function PageSteps({
  page,
  pages,
  to,
}: {
  page: number
  pages: number
  to: (page: number) => string
}) {
  const t = useTranslations("search")
  if (pages < 2) return null
  return (
    <nav className="found-pages" aria-label={t("pages")}>
      {page > 1 ? <a href={to(page - 1)}>{t("previous")}</a> : null}
      <span>{t("page", { page, pages })}</span>
      {page < pages ? <a href={to(page + 1)}>{t("next")}</a> : null}
    </nav>
  )
}
