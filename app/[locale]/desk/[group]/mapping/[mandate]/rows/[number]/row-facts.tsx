import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { cellFields, type Row } from "@/lib/mapping/model"
import { type CellNames, CellValue } from "./cell-value"

/** A row to be read, cell by cell: where it cannot be changed. */
export function RowFacts({ row, names }: { row: Row; names: CellNames }) {
  const t = useTranslations("mapping")
  return (
    <dl className="facts-list">
      {cellFields.map((field) => (
        <div key={field}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>
            <CellValue field={field} value={row.cells[field]} names={names} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Who decided the scope of a row, and when. */
export function ScopeDecided({ decided }: { decided: Row["scopeDecided"] }) {
  const t = useTranslations("mapping.desk.row")
  if (!decided) return null
  return (
    <p className="small muted">
      {t("scopeDecided", { by: decided.by || t("portal") })}{" "}
      <DateTime at={new Date(decided.at)} form="day" />
    </p>
  )
}
