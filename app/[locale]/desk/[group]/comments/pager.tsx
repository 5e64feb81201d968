import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"

/** The way to the pages before and after this one; nothing when there is only one. */
export function Pager({
  page,
  pages,
  hrefOf,
  of,
}: {
  page: number
  pages: number
  hrefOf: (page: number) => string
  /** What it turns the pages of, where a page has several of it. */
  of?: string
}) {
  const t = useTranslations("comments.pages")
  if (pages < 2) return null
  return (
    <nav className="pager" aria-label={of === undefined ? t("label") : t("labelOf", { of })}>
      {page > 1 ? (
        <ButtonLink href={hrefOf(page - 1)} small rel="prev">
          {t("previous")}
        </ButtonLink>
      ) : null}
      <span className="small muted">{t("page", { page, pages })}</span>
      {page < pages ? (
        <ButtonLink href={hrefOf(page + 1)} small rel="next">
          {t("next")}
        </ButtonLink>
      ) : null}
    </nav>
  )
}
