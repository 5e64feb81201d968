import { getTranslations } from "@/lib/platform/i18n"

/** The pages of a table that is too long for one; where the grid runs it has them all. */
export async function Pages({
  page,
  pages,
  before,
  after,
}: {
  page: number
  pages: number
  before: string | null
  after: string | null
}) {
  if (pages === 1) return null
  const t = await getTranslations("mapping.grid.pages")
  return (
    <nav className="years" aria-label={t("title")}>
      <ul>
        {before ? (
          <li>
            <a href={before} rel="prev">
              {t("before")}
            </a>
          </li>
        ) : null}
        <li>{t("page", { page, pages })}</li>
        {after ? (
          <li>
            <a href={after} rel="next">
              {t("after")}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
