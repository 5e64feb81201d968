import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import type { Grouping } from "@/lib/mapping/filters"
import {
  type Column,
  type ColumnId,
  type ColumnState,
  columnIds,
  columnsOf,
  isHidden,
  mayHide,
  usualColumns,
  widths,
  withHidden,
  withWidth,
} from "./columns"
import type { GridWords } from "./words"

/** Which columns are shown, how wide they are, and which stay: everything that dragging does, by keys. */
export function ColumnsPanel({
  state,
  columns,
  by,
  words,
  set,
  say,
}: {
  state: ColumnState
  columns: readonly Column[]
  by: Grouping
  words: GridWords
  set: (state: ColumnState) => void
  say: (text: string) => void
}) {
  const t = useTranslations("mapping.grid.columns")
  const lastOf = (all: readonly Column[]): ColumnId | "none" =>
    all.findLast(({ at }) => at !== null)?.id ?? "none"
  const [wanted, frozen] = [lastOf(columnsOf(state, by)), lastOf(columns)]
  const isFewer = wanted !== frozen
  return (
    <section className="panel grid-panel" aria-label={t("title")} id="grid-columns">
      <ul className="column-list">
        {columnIds.map((id) => {
          const name = words.column(id)
          const shown = columns.find((column) => column.id === id)
          const resize = (step: number) => {
            const next = withWidth(state, id, (shown?.width ?? 0) + step)
            set(next)
            say(t("widthNow", { column: name, width: next.widths[id] ?? 0 }))
          }
          return (
            <li key={id}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={!isHidden(id, state, by)}
                  disabled={!mayHide(id)}
                  onChange={(event) => set(withHidden(state, id, !event.target.checked))}
                />
                {name}
              </label>
              {shown ? (
                <span className="btns">
                  <Button
                    type="button"
                    small
                    icon
                    aria-label={t("narrower", { column: name })}
                    onClick={() => resize(-widths.step)}
                  >
                    <Icon name="remove" />
                  </Button>
                  <Button
                    type="button"
                    small
                    icon
                    aria-label={t("wider", { column: name })}
                    onClick={() => resize(widths.step)}
                  >
                    <Icon name="add" />
                  </Button>
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
      <p className="btns">
        <label className="small" htmlFor="frozen">
          {t("frozen")}
        </label>
        <select
          className="in"
          id="frozen"
          value={wanted}
          aria-describedby={isFewer ? "frozen-fewer" : undefined}
          onChange={(event) => {
            const id = [...columnIds, "none" as const].find((one) => one === event.target.value)
            set({ ...state, frozen: id ?? null })
          }}
        >
          <option value="none">{t("none")}</option>
          {columns.map(({ id }) => (
            <option key={id} value={id}>
              {t("upTo", { column: words.column(id) })}
            </option>
          ))}
        </select>
        <Button type="button" small kind="quiet" onClick={() => set(usualColumns)}>
          {t("usual")}
        </Button>
      </p>
      {isFewer ? (
        <p className="small muted" id="frozen-fewer">
          {frozen === "none" ? t("noneFits") : t("fewerFit", { column: words.column(frozen) })}
        </p>
      ) : null}
    </section>
  )
}
