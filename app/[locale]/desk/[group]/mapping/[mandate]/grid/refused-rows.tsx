import { useTranslations } from "next-intl"
import { type ReactNode, useId, useState } from "react"
import { Button } from "@/app/ui/button"
import { cellText, type Naming } from "@/lib/mapping/cells/cell-text"
import { cellInputs } from "@/lib/mapping/input"
import type { Area, CellField, CellValues, Row } from "@/lib/mapping/model"
import { emptyRow } from "../live/ops"
import type { Refused } from "../live/store"
import type { CellSetting } from "./cell-view"
import { OfOneSave } from "./of-one-save"

type Around = {
  areas: readonly Area[]
  setting: CellSetting
  addAgain: (rowIds: string | readonly string[], areaId: string) => void
  discard: (ids: string | readonly string[]) => void
}

/** New rows that were refused, each with all that was written in it: the table does not hold them. */
export function RefusedRows({
  refused,
  rows,
  ...around
}: Around & { refused: readonly Refused[]; rows: readonly Row[] }) {
  const inTable = new Set(rows.map(({ id }) => id))
  const lost = new Map<string, Refused[]>()
  for (const one of refused)
    if (one.rowId !== null && !inTable.has(one.rowId))
      lost.set(one.rowId, [...(lost.get(one.rowId) ?? []), one])
  const each = () =>
    [...lost].map(([rowId, parts]) => <RefusedRow key={rowId} {...{ rowId, parts }} {...around} />)
  return lost.size > 1 ? <ManyRows {...{ lost, each }} {...around} /> : each()
}

/** Many of them: all go into one area, or are discarded, together. */
function ManyRows({
  lost,
  each,
  areas,
  addAgain,
  discard,
}: Around & { lost: ReadonlyMap<string, readonly Refused[]>; each: () => ReactNode }) {
  const t = useTranslations("mapping.grid.clash")
  const { area, choice } = useArea(areas)
  const [count, parts] = [lost.size, [...lost.values()].flat()]
  const acts = [
    ...(area ? [{ words: t("addAllAgain"), act: () => addAgain([...lost.keys()], area.id) }] : []),
    {
      ...{ words: t("discardAll"), act: () => discard(parts.map(({ id }) => id)) },
      loses: t("loses.rows", { count }),
    },
  ]
  return (
    <OfOneSave
      title={t("refusedRows", { count })}
      messages={parts.map(({ message }) => message)}
      {...{ count, acts }}
      before={choice}
    >
      {each}
    </OfOneSave>
  )
}

/** One of the areas, chosen in a field; an area may go while it is chosen here. */
function useArea(areas: readonly Area[]) {
  const t = useTranslations("mapping.grid.clash")
  const id = useId()
  const [chosen, setChosen] = useState("")
  const area = areas.find((one) => one.id === chosen) ?? areas[0]
  const choice = area ? (
    <>
      <label className="vh" htmlFor={id}>
        {t("area")}
      </label>
      <select
        className="in"
        id={id}
        value={area.id}
        onChange={(event) => setChosen(event.target.value)}
      >
        {areas.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
    </>
  ) : null
  return { area, choice }
}

function RefusedRow({
  rowId,
  parts,
  areas,
  setting,
  addAgain,
  discard,
}: Around & { rowId: string; parts: readonly Refused[] }) {
  const t = useTranslations("mapping.grid.clash")
  const { area, choice } = useArea(areas)
  const row = emptyRow(rowId, area?.id ?? "", 0)
  return (
    <div className="clash">
      <b>{t("refusedRow")}</b>
      {[...new Set(parts.map(({ message }) => message))].map((message) => (
        <p key={message}>{message}</p>
      ))}
      {parts.map(({ id: part, field, mine }) =>
        field ? (
          <blockquote key={part}>
            <b className="small">{setting.words.field[field]}</b>
            <div>
              <RefusedWords field={field} value={mine} row={row} naming={setting.naming} />
            </div>
          </blockquote>
        ) : null,
      )}
      <div className="btns">
        {area ? (
          <>
            {choice}
            <Button type="button" small onClick={() => addAgain(rowId, area.id)}>
              {t("addAgain")}
            </Button>
          </>
        ) : null}
        <Button type="button" small onClick={() => discard(parts.map(({ id: part }) => part))}>
          {t("discard")}
        </Button>
      </div>
    </div>
  )
}

/**
 * What was refused or not finished, as text that can be copied: it may be too long or too odd to be shown as
 * a cell, and a name that is nobody's yet.
 */
export function RefusedWords({
  field,
  value,
  row,
  naming,
}: {
  field: CellField
  value: unknown
  row: Row
  naming: Naming
}) {
  const isName = field === "responsible" && !cellInputs.responsible.safeParse(value).success
  if (isName) return <>{String(value)}</>
  return <>{cellText(field, { ...row.cells, [field]: value } as CellValues, naming)}</>
}
