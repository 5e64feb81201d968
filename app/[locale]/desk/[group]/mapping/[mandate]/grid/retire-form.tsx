import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { Button } from "@/app/ui/button"
import { FieldError } from "@/app/ui/field"
import { mappingLimits, type Row } from "@/lib/mapping/model"
import { usePlace } from "./editors/use-place"

/** Asks why a row is retired. It is not deleted: it can come back, and its history stays. */
export function RetireForm({
  row,
  anchor,
  retire,
  close,
}: {
  row: Row
  anchor: () => Element | null
  retire: (reason: string) => void
  close: () => void
}) {
  const t = useTranslations("mapping.grid.retire")
  const tError = useTranslations("errors")
  const box = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLTextAreaElement>(null)
  const [isMissing, setMissing] = useState(false)
  usePlace(box, anchor)
  useEffect(() => input.current?.focus(), [])
  const send = () => {
    const reason = input.current?.value.trim() ?? ""
    if (reason !== "") return retire(reason)
    setMissing(true)
    input.current?.focus()
  }
  const title = t("title", { number: row.number })
  return (
    <dialog
      open
      ref={box}
      className="cell-editor of-retire"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === "Escape") close()
        if (event.key === "Enter" && event.target === input.current && !event.shiftKey) {
          event.preventDefault()
          send()
        }
        event.stopPropagation()
      }}
    >
      <p className="strong">{title}</p>
      <p className="small">{t("what")}</p>
      <label className="small" htmlFor="retire-reason">
        {t("reason")}
      </label>
      <textarea
        id="retire-reason"
        className="in"
        ref={input}
        rows={2}
        maxLength={mappingLimits.reason}
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? "retire-missing" : undefined}
      />
      {isMissing ? <FieldError id="retire-missing">{tError("field.required")}</FieldError> : null}
      <div className="btns">
        <Button type="button" small onClick={close}>
          {t("not")}
        </Button>
        <Button type="button" small kind="danger" onClick={send}>
          {t("retire")}
        </Button>
      </div>
    </dialog>
  )
}
