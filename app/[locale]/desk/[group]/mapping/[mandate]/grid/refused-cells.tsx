import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { cellInputs } from "@/lib/mapping/input"
import type { Row } from "@/lib/mapping/model"
import type { Refused } from "../live/store"
import { bySave } from "./by-save"
import type { RowsSetting } from "./grid-row"
import { OfOneSave } from "./of-one-save"
import { RefusedWords } from "./refused-rows"

type Around = {
  setting: RowsSetting
  /** These words alone are sent once more; a retired row comes back for them. */
  again: (ids: string | readonly string[]) => void
  discard: (ids: string | readonly string[]) => void
}
type Found = { one: Refused; row: Row | undefined }

/** What can never stand in the cell is refused each time. */
const canStand = ({ one: { field, mine }, row }: Found) =>
  row !== undefined && field !== null && cellInputs[field].safeParse(mine).success

/** What was refused of rows of the table, or of an area: to be sent once more where it can be, or discarded. */
export function RefusedCells({
  refused,
  rows,
  ...around
}: Around & { refused: readonly Refused[]; rows: readonly Row[] }) {
  const known = new Map(rows.map((row) => [row.id, row]))
  const here = refused.filter(({ rowId }) => rowId === null || known.has(rowId))
  return bySave(here).map((group) => {
    const found = group.map((one) => ({ one, row: known.get(one.rowId ?? "") }))
    const [first] = found
    if (!first) return null
    return found.length > 1 ? (
      <RefusedBlock key={first.one.save} {...{ found }} {...around} />
    ) : (
      <RefusedCell key={first.one.id} {...first} {...around} />
    )
  })
}

/** Many of one save: all tried again, or discarded, together. */
function RefusedBlock({ found, ...around }: Around & { found: readonly Found[] }) {
  const t = useTranslations("mapping.grid.clash")
  const { setting, again, discard } = around
  const count = found.length
  const fit = setting.may.edit ? found.filter(canStand) : []
  const retired = new Set(fit.flatMap(({ row }) => (row?.retired ? row.id : [])))
  const idsOf = (all: readonly Found[]) => all.map(({ one }) => one.id)
  const acts = [
    {
      words: retired.size > 0 ? t("returnAndSaveAll", { rows: retired.size }) : t("againAll"),
      act: () => again(idsOf(fit)),
    },
    {
      ...{ words: t("discardAll"), act: () => discard(idsOf(found)) },
      loses: t("loses.all", { count }),
    },
  ].slice(fit.length > 0 ? 0 : 1)
  return (
    <OfOneSave
      title={t("refusedMany", { count })}
      messages={found.map(({ one }) => one.message)}
      {...{ count, acts }}
    >
      {() => found.map((each) => <RefusedCell key={each.one.id} {...each} {...around} />)}
    </OfOneSave>
  )
}

function RefusedCell({ one, row, setting, again, discard }: Around & Found) {
  const t = useTranslations("mapping.grid.clash")
  const { id, field, mine, message } = one
  return (
    <div className="clash">
      <b>
        {row
          ? t("refused", {
              ...{ number: row.number, has: field ? "field" : "none" },
              field: field ? setting.words.field[field] : "",
            })
          : t("refusedOrder")}
      </b>
      <p>{message}</p>
      {field && row ? (
        <blockquote>
          <RefusedWords field={field} value={mine} row={row} naming={setting.naming} />
        </blockquote>
      ) : null}
      <div className="btns">
        {row && canStand({ one, row }) && setting.may.edit ? (
          <Button type="button" small onClick={() => again(id)}>
            {t(row.retired ? "returnAndSave" : "again")}
          </Button>
        ) : null}
        <Button type="button" small onClick={() => discard(id)}>
          {t("discard")}
        </Button>
      </div>
    </div>
  )
}
