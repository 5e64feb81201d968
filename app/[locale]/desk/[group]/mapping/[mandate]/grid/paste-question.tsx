import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { Button } from "@/app/ui/button"
import { usePlace } from "./editors/use-place"

/** Asks whether the rows that lack for a pasted block shall be added. Nothing of it is pasted before. */
export function PasteQuestion({
  added,
  area,
  anchor,
  paste,
  close,
}: {
  /** How many rows lack, and in which area they would stand. */
  added: number
  area: string
  anchor: () => Element | null
  paste: () => void
  close: () => void
}) {
  const t = useTranslations("mapping.grid.paste")
  const box = useRef<HTMLDialogElement>(null)
  const yes = useRef<HTMLButtonElement>(null)
  usePlace(box, anchor)
  useEffect(() => yes.current?.focus(), [])
  const title = t("lacking", { added })
  return (
    <dialog
      open
      ref={box}
      className="cell-editor of-retire"
      aria-label={title}
      aria-describedby="paste-question"
      onKeyDown={(event) => {
        if (event.key === "Escape") close()
        event.stopPropagation()
      }}
    >
      <p className="strong">{title}</p>
      <p className="small" id="paste-question">
        {t("lackingWhy", { area })}
      </p>
      <div className="btns">
        <Button type="button" small onClick={close}>
          {t("not")}
        </Button>
        <Button type="button" small kind="primary" ref={yes} onClick={paste}>
          {t("add", { added })}
        </Button>
      </div>
    </dialog>
  )
}
