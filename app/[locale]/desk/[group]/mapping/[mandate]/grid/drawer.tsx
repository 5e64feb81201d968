import { useTranslations } from "next-intl"
import { lazy, Suspense, useEffect, useState } from "react"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import { citationText } from "@/lib/mapping/cells/citation"
import type { Row } from "@/lib/mapping/model"
import { ActivityList, type CellSetting, ScopeTag } from "./cell-view"
import { type ColumnId, fieldOf } from "./columns"
import { historyOf } from "./history-link"
import { RichView } from "./rich-view"

const RowComments = lazy(() =>
  import("../../../comments/row/row-comments").then((file) => ({ default: file.RowComments })),
)

/** How long the cursor rests on a row, in milliseconds, before its comments are fetched. */
const rest = 400

/** Whether the cursor rests here: who only passes by asks for nothing. */
function useResting(rowId: string): boolean {
  const [at, setAt] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setAt(rowId), rest)
    return () => clearTimeout(timer)
  }, [rowId])
  return at === rowId
}

/** The row of the cursor whole, beside the table: what its cells shorten, and where more of it stands. */
export function Drawer({
  row,
  column,
  setting,
  base,
  comments,
  left,
  close,
}: {
  row: Row
  /** Of the cursor: the history of its cell is offered. */
  column: ColumnId
  setting: CellSetting
  base: string
  comments: number
  /** The focus left it: comments may have been written in it. */
  left: () => void
  close: () => void
}) {
  const t = useTranslations("mapping.grid.beside")
  const { words, naming } = setting
  const isResting = useResting(row.id)
  const { cells, number, scopeDecided } = row
  const page = `${base}/rows/${number}`
  const shown = { ...setting, linkStops: true }
  const field = fieldOf(column)
  const history = historyOf(base, number, column)
  return (
    <aside className="panel drawer" aria-labelledby="row-name" id="row-drawer" onBlur={left}>
      <div className="drawer-head">
        <p className="small muted">{t("row", { number, area: naming.area(cells.area) })}</p>
        <Button type="button" small icon kind="quiet" aria-label={t("close")} onClick={close}>
          <Icon name="close" />
        </Button>
      </div>
      <h2 id="row-name">{cells.suggests || t("unnamed")}</h2>
      <p className="small muted">{citationText(cells.citation, words.paragraph)}</p>
      <h3>{words.field.activities}</h3>
      {cells.activities.length > 0 ? (
        <ActivityList activities={cells.activities} setting={shown} />
      ) : (
        <p className="gap">{words.none}</p>
      )}
      {cells.synergies.length > 0 ? (
        <>
          <h3>{words.field.synergies}</h3>
          <RichView blocks={cells.synergies} linkStops />
        </>
      ) : null}
      <h3>{words.field.scope}</h3>
      <p>
        <ScopeTag scope={cells.scope.scope} words={words} />{" "}
        {scopeDecided?.at
          ? t("decided", { name: scopeDecided.by, day: setting.day(scopeDecided.at.slice(0, 10)) })
          : null}{" "}
        {cells.scope.reason}
      </p>
      {number > 0 ? (
        <ul className="drawer-links">
          <li>
            <a href={page}>{t("whole")}</a>
          </li>
          {field && history ? (
            <li>
              <a href={history}>{t("cellHistory", { field: words.field[field] })}</a>
            </li>
          ) : null}
          <li>
            <a href={`${page}#history`}>{t("history")}</a>
          </li>
          <li>
            <a href={`${page}#comments`}>{t("comments", { count: comments })}</a>
          </li>
        </ul>
      ) : null}
      {number > 0 ? <h3>{words.column("comments")}</h3> : null}
      {number > 0 && isResting ? (
        <Suspense>
          <RowComments
            key={row.id}
            rowId={row.id}
            base={`${base.replace(/\/mapping\/.*$/, "")}/comments`}
          />
        </Suspense>
      ) : null}
    </aside>
  )
}
