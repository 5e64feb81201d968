import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import { noFilters, type View, viewQuery } from "@/lib/mapping/filters"
import type { Absent } from "./absent"
import { columnsAsked, withColumns } from "./columns-asked"

/** Why the row that the address names does not stand beside the table, and where it is. */
export function AbsentRow({
  absent,
  view,
  base,
  close,
}: {
  absent: Absent
  view: View
  base: string
  close: () => void
}) {
  const t = useTranslations("mapping.grid.absent")
  const { number, why } = absent
  const said =
    why === "unknown"
      ? t("unknown", { number })
      : t(why, { number, reason: why === "retired" ? absent.reason : "" })
  return (
    <div className="absent-row">
      <Notice kind="warn" title={said} announce>
        <div className="btns">
          {why === "retired" ? <a href={`${base}/rows/${number}`}>{t("page")}</a> : null}
          {why === "hidden" ? <a href={base + unfiltered(view, number)}>{t("clear")}</a> : null}
          <Button type="button" small onClick={close}>
            {t("close")}
          </Button>
        </div>
      </Notice>
    </div>
  )
}

/** The same view with all rows, and the one that is asked for. */
function unfiltered(view: View, row: number): string {
  const asked = new URLSearchParams(window.location.search)
  const seen = columnsAsked((name) => asked.get(name))
  return withColumns(viewQuery({ ...view, filters: noFilters, row }), seen)
}
