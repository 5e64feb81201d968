import { useLocale, useTranslations } from "next-intl"
import { yearsText } from "@/lib/mapping/cells/cell-text"
import { citationText } from "@/lib/mapping/cells/citation"
import { type CellField, type CellValues, isWebLink } from "@/lib/mapping/model"
import { dayInstant, dayText } from "@/lib/platform/dates"
import { RichView } from "../../grid/rich-view"

/** What areas and people are called, by their ids. */
export type CellNames = { areas: Record<string, string>; people: Record<string, string> }

/** The value of a cell, to be read: as it stands, as it stood, as somebody else left it. */
export function CellValue({
  field,
  value,
  names,
}: {
  field: CellField
  value: unknown
  names: CellNames
}) {
  const t = useTranslations("mapping")
  const locale = useLocale()
  const cells = { [field]: value } as Partial<CellValues>
  const nothing = <span className="muted">{t("desk.row.nothing")}</span>
  if (cells.activities)
    return cells.activities.length === 0 ? (
      nothing
    ) : (
      <ul className="cell-list">
        {cells.activities.map(({ id, title, kind, years, body, link }) => (
          <li key={id}>
            {isWebLink(link) ? (
              <a href={link} rel="noopener noreferrer">
                {title}
              </a>
            ) : (
              title
            )}{" "}
            <span className="muted">
              {[t(`kind.${kind}`), yearsText(years), body].filter(Boolean).join(", ")}
            </span>
          </li>
        ))}
      </ul>
    )
  if (cells.synergies)
    return cells.synergies.length === 0 ? nothing : <RichView blocks={cells.synergies} linkStops />
  if (cells.scope) {
    const { scope, reason } = cells.scope
    return (
      <>
        {t(`scope.${scope}`)}
        {reason ? <> – {reason}</> : null}
      </>
    )
  }
  const words = plainValue(cells, names, t("paragraph"))
  if (field === "status" && cells.status) return t(`status.${cells.status}`)
  if (field === "confirmed" && cells.confirmed) return dayText(dayInstant(cells.confirmed), locale)
  if (field === "area") return words || t("desk.row.removedArea")
  return words ? (
    <span className="cell-text" dir="auto">
      {words}
    </span>
  ) : (
    nothing
  )
}

function plainValue(cells: Partial<CellValues>, names: CellNames, paragraph: string): string {
  if (cells.citation) return citationText(cells.citation, paragraph)
  if (cells.responsible) return names.people[cells.responsible] ?? ""
  if (cells.area) return names.areas[cells.area] ?? ""
  return cells.suggests ?? ""
}
