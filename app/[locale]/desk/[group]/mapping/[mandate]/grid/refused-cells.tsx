import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { cellInputs } from "@/lib/mapping/input"
import type { Row } from "@/lib/mapping/model"
import type { Refused } from "../live/store"
import type { RowsSetting } from "./grid-row"
import { RefusedWords } from "./refused-rows"

type Props = {
  refused: readonly Refused[]
  rows: readonly Row[]
  setting: RowsSetting
  /** These words alone are sent once more; a retired row comes back for them. */
  again: (id: string) => void
  discard: (id: string) => void
}

/** What was refused of rows of the table, or of an area: to be sent once more where it can be, or discarded. */
export function RefusedCells({ refused, rows, setting, again, discard }: Props) {
  const t = useTranslations("mapping.grid.clash")
  return refused.map(({ id, rowId, field, mine, message }) => {
    const row = rows.find((one) => one.id === rowId)
    if (rowId !== null && !row) return null
    // What can never stand in the cell is refused each time.
    const isFit = field !== null && cellInputs[field].safeParse(mine).success
    return (
      <div className="clash" key={id}>
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
          {row && isFit && setting.may.edit ? (
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
  })
}
