import { ButtonLink } from "@/app/ui/button"
import type { RowPage } from "@/lib/mapping/rows/row-queries"
import { getTranslations } from "@/lib/platform/i18n"

/** The ways from a row: to the ones before and after it, and into the table. */
export async function RowAround({
  around: { before, after, row },
  base,
}: {
  around: Pick<RowPage, "before" | "after" | "row">
  base: string
}) {
  const t = await getTranslations("mapping.desk.row")
  return (
    <>
      {before === null ? null : (
        <ButtonLink href={`${base}/rows/${before}`} kind="quiet" small>
          {t("before", { number: String(before) })}
        </ButtonLink>
      )}
      {after === null ? null : (
        <ButtonLink href={`${base}/rows/${after}`} kind="quiet" small>
          {t("after", { number: String(after) })}
        </ButtonLink>
      )}
      {row.retired ? null : (
        <ButtonLink href={`${base}?row=${row.number}`} small>
          {t("inTable")}
        </ButtonLink>
      )}
    </>
  )
}
