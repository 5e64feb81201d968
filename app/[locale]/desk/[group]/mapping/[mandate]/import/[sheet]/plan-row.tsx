import { useLocale, useTranslations } from "next-intl"
import { Tag, type TagKind } from "@/app/ui/tag"
import type { LineState, PlannedCell } from "@/lib/mapping/sheet/status"
import { dayText } from "@/lib/platform/dates"
import type { ShownLine } from "./shown-plan"

const looks: Record<LineState, TagKind> = {
  new: "ok",
  changed: "now",
  doubtful: "warn",
  refused: "bad",
  unchanged: "plain",
}

/** One line of a file: what is new or changed, cell by cell, and what is doubtful or wrong about it. */
export function PlanRow({ line }: { line: ShownLine }) {
  const t = useTranslations("mapping.sheets")
  const { row, area } = line
  return (
    <tr>
      <td className="num" data-label={t("column2.line")}>
        {line.line}
      </td>
      <td data-label={t("column2.state")}>
        <Tag kind={looks[line.state]}>{t(`state.${line.state}`)}</Tag>
      </td>
      <th scope="row">
        {row ? t("rowNumber", { number: row.number }) : t("newRow")}
        {row ? null : <small className="muted block">{area.said || t("noArea")}</small>}
      </th>
      <td>
        {line.doubts.map(({ key, value }) => (
          <p key={key}>{t(`doubt.${key}`, { value, day: "" })}</p>
        ))}
        {line.open && (!row || line.asNew) ? (
          <label className="check">
            <input
              type="checkbox"
              name="take[]"
              value={line.line}
              defaultChecked={line.ticked}
              aria-label={t("takeRowOf", { line: line.line })}
            />
            <span>{t(row ? "takeAsNew" : "takeRow")}</span>
          </label>
        ) : null}
        <dl className={row ? "sheet-cells" : "sheet-cells beside"}>
          {line.cells.map((cell) => (
            <PlanCell key={cell.field} cell={cell} line={line} />
          ))}
        </dl>
      </td>
    </tr>
  )
}

function PlanCell({ cell, line }: { cell: PlannedCell; line: ShownLine }) {
  const t = useTranslations("mapping.sheets")
  const fields = useTranslations("mapping.field")
  const locale = useLocale()
  const { field, before, after, open, doubts } = cell
  const name = fields(field)
  return (
    <div>
      <dt>{name}</dt>
      {line.row ? (
        <dd className="before">
          <span className="label">{t("before")}</span>
          <Words text={before} />
        </dd>
      ) : null}
      <dd className="after">
        {line.row ? <span className="label">{t("after")}</span> : null}
        <Words text={after} />
        {doubts.map(({ key, value, day = "" }) => (
          <p key={`${key} ${value}`} className="muted">
            {t(`doubt.${key}`, { value, day: day && dayText(new Date(day), locale) })}
          </p>
        ))}
        {line.row && open ? (
          <label className="check">
            <input
              type="checkbox"
              name="take[]"
              value={`${line.line}.${field}`}
              aria-label={t("takeCellOf", { field: name, number: line.row.number })}
            />
            <span>{t("takeCell")}</span>
          </label>
        ) : null}
        {open || !line.open ? null : (
          <p className="muted">{t(line.row ? "unreadCell" : "leftOut")}</p>
        )}
      </dd>
    </div>
  )
}

/** A text as it stands, with its lines; a very long one is cut, the file holds all of it. */
function Words({ text }: { text: string }) {
  const t = useTranslations("mapping.sheets")
  if (text === "") return <p className="muted">{t("empty")}</p>
  const shown = text.length > 1_500 ? `${text.slice(0, 1_500)}…` : text
  return (
    <p className="words" dir="auto">
      {shown}
    </p>
  )
}
