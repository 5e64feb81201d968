import { useTranslations } from "next-intl"
import { useId } from "react"
import { DateTime } from "@/app/ui/date-time"
import type { Clash } from "@/lib/mapping/model"
import { type CellNames, CellValue } from "./cell-value"

/** What somebody wrote meanwhile into a cell that was to be restored, and what would take its place. */
export function RestoreClash({
  clash: { field, value: theirs, by, at },
  value,
  names,
}: {
  clash: Clash
  value: unknown
  names: CellNames
}) {
  const t = useTranslations("mapping.desk.history")
  const id = useId()
  return (
    <section className="meanwhile" aria-labelledby={id}>
      <h3 id={id}>{t("meanwhile")}</h3>
      <p className="label">
        {t("stands", { by: by ?? t("portal") })} <DateTime at={new Date(at)} />
      </p>
      <div className="clash-theirs">
        <CellValue {...{ field, names }} value={theirs} />
      </div>
      <p className="label">{t("wouldStand")}</p>
      <div className="clash-theirs">
        <CellValue {...{ field, names, value }} />
      </div>
      <p>
        <a href={`?cell=${field}#history`}>{t("leaveIt")}</a>
      </p>
    </section>
  )
}
