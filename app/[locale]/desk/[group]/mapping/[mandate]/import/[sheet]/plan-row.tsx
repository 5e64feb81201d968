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

type Props = {
  line: ShownLine
  /** What was ticked when the form came back; null where it did not. */
  ticked: ReadonlySet<string> | null
  /** Whether its area is one that the mapping does not have, and none was chosen for it. */
  leftOut: boolean
  /** Whether the page follows what is chosen on it. */
  scripted: boolean
}

/** One line of a file: what is new or changed, cell by cell, and what is doubtful or wrong about it. */
export function PlanRow({ line, ticked, leftOut, scripted }: Props) {
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
          <>
            <Tick
              tick={`${line.line}@${line.mark}`}
              fromStart={line.ticked}
              ticked={ticked}
              locked={leftOut && scripted}
              name={t(row ? "takeAsNewOf" : "takeRowOf", { line: line.line })}
              label={t(row ? "takeAsNew" : "takeRow")}
            />
            {leftOut ? <p className="muted">{t("leftOutArea")}</p> : null}
          </>
        ) : null}
        {line.open && line.joins !== null ? (
          <Tick
            tick={`${line.line}.join@${line.mark}`}
            ticked={ticked}
            name={t("joinOf", { line: line.line, to: line.joins })}
            label={t("join", { to: line.joins })}
          />
        ) : null}
        <dl className={row ? "sheet-cells" : "sheet-cells beside"}>
          {line.cells.map((cell) => (
            <PlanCell key={cell.field} {...{ cell, line, ticked }} />
          ))}
        </dl>
      </td>
    </tr>
  )
}

/** A box of what can be taken over; `tick` is what it sends. */
function Tick({
  tick,
  fromStart = false,
  locked = false,
  ticked,
  name,
  label,
}: {
  tick: string
  fromStart?: boolean
  /** Not to be ticked as the form stands. */
  locked?: boolean
  ticked: Props["ticked"]
  name: string
  label: string
}) {
  return (
    <label className="check">
      <input
        // Another box once it may be ticked: that one is ticked from its own start.
        key={locked ? "locked" : "open"}
        type="checkbox"
        name="take[]"
        value={tick}
        disabled={locked}
        defaultChecked={!locked && (ticked?.has(tick) ?? fromStart)}
        aria-label={name}
      />
      <span>{label}</span>
    </label>
  )
}

function PlanCell({ cell, line, ticked }: Pick<Props, "line" | "ticked"> & { cell: PlannedCell }) {
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
          <Tick
            tick={`${line.line}.${field}@${line.mark}`}
            ticked={ticked}
            name={t("takeCellOf", { field: name, number: line.row.number })}
            label={t("takeCell")}
          />
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
