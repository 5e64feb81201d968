import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { Button } from "@/app/ui/button"
import type { Crossed } from "./crossing"
import { usePlace } from "./editors/use-place"
import type { PasteWay } from "./use-blocks"

/** One way in which a block fits: how many rows lack for it, and in which area they would stand. */
type Fitting = { added: number; area: string }

/**
 * Asks whether the rows that lack for a pasted block shall be added; or, where it goes on behind the next
 * head, whether to overwrite the rows there or to add rows here. Nothing of it is pasted before.
 */
export function PasteQuestion({
  crossed,
  over,
  here,
  anchor,
  answer,
}: {
  crossed: readonly Crossed[]
  over: Fitting | null
  here: Fitting | null
  anchor: () => Element | null
  answer: (way: PasteWay | null) => void
}) {
  const t = useTranslations("mapping.grid.paste")
  const box = useRef<HTMLDialogElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  usePlace(box, anchor)
  useEffect(() => first.current?.focus(), [])
  const isCrossing = crossed.length > 0
  const overwritten = crossed.reduce((sum, { rows }) => sum + rows, 0)
  const title = isCrossing
    ? t("crossing", { rows: overwritten })
    : t("lacking", { added: over?.added ?? 0 })
  return (
    <dialog
      open
      ref={box}
      className="cell-editor of-retire"
      aria-label={title}
      aria-describedby="paste-question"
      onKeyDown={(event) => {
        if (event.key === "Escape") answer(null)
        event.stopPropagation()
      }}
    >
      <p className="strong">{title}</p>
      <div className="small" id="paste-question">
        {isCrossing ? (
          <>
            <p>{t("crossingWhy")}</p>
            <ul>
              {crossed.map(({ title: head, rows }) => (
                <li key={head}>{t("crossed", { head, rows })}</li>
              ))}
            </ul>
            {here ? <p>{t("crossingHere", here)}</p> : null}
          </>
        ) : (
          <p>{t("lackingWhy", { area: over?.area ?? "" })}</p>
        )}
      </div>
      <div className="btns">
        <Button type="button" small onClick={() => answer(null)}>
          {t("not")}
        </Button>
        {isCrossing && over ? (
          <Button type="button" small ref={here ? undefined : first} onClick={() => answer("over")}>
            {t("overwrite", { rows: overwritten, added: over.added })}
          </Button>
        ) : null}
        {isCrossing && here ? (
          <Button type="button" small kind="primary" ref={first} onClick={() => answer("here")}>
            {t("addHere", here)}
          </Button>
        ) : null}
        {!isCrossing && over ? (
          <Button type="button" small kind="primary" ref={first} onClick={() => answer("over")}>
            {t("add", over)}
          </Button>
        ) : null}
      </div>
    </dialog>
  )
}
