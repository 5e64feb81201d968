import { useTranslations } from "next-intl"
import { useRef } from "react"
import { Button } from "@/app/ui/button"
import type { Row } from "@/lib/mapping/model"
import { emptyRow } from "../live/ops"
import type { CellDraft } from "../live/store"
import type { RowsSetting } from "./grid-row"
import { RefusedWords } from "./refused-rows"
import { usePanelFocus } from "./use-panel-focus"

type Props = {
  drafts: readonly CellDraft[]
  rows: readonly Row[]
  setting: RowsSetting
  /** Opens the editor again, with the words. */
  resume: (draft: CellDraft) => void
  discard: (id: string) => void
  /** Nothing is left: the focus that stood here goes elsewhere. */
  none: () => void
}

/** What somebody was writing when their page went: offered again, and sent by nobody else. */
export function Unfinished({ drafts, rows, setting, resume, discard, none }: Props) {
  const t = useTranslations("mapping.grid.unfinished")
  const panel = useRef<HTMLElement>(null)
  usePanelFocus(panel, drafts.length, none)
  if (drafts.length === 0) return null
  const { may } = setting
  return (
    <section className="clashes" aria-label={t("title")} tabIndex={-1} ref={panel}>
      <p role="alert">{t("lead", { count: drafts.length })}</p>
      {drafts.map((draft) => {
        const { id, rowId, field, value } = draft
        const row = rows.find((one) => one.id === rowId)
        const canGoOn = row && may.edit && (field !== "scope" || may.decide)
        return (
          <div className="clash" key={id}>
            <b>
              {t("of", {
                field: setting.words.field[field],
                row: setting.rowName(row?.number ?? 0),
              })}
            </b>
            <blockquote>
              <RefusedWords
                {...{ field, value }}
                row={row ?? emptyRow(rowId, "", 0)}
                naming={setting.naming}
              />
            </blockquote>
            <div className="btns">
              {canGoOn ? (
                <Button type="button" small onClick={() => resume(draft)}>
                  {t("goOn")}
                </Button>
              ) : null}
              <Button type="button" small onClick={() => discard(id)}>
                {t("discard")}
              </Button>
            </div>
          </div>
        )
      })}
    </section>
  )
}
