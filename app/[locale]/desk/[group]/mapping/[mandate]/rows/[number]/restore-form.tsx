"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { type Of, OfFields } from "../../../of-fields"
import { restoreCellAction } from "../actions"

/** Gives a cell what stood in it after, or before, one of its changes. */
export function RestoreForm({
  of,
  rowId,
  change,
  side,
  base,
  what,
}: {
  of: Of
  rowId: string
  change: number
  side: "before" | "after"
  /** The revision of the cell as the page shows it. */
  base: number
  /** Names the cell, for who hears the button alone. */
  what: string
}) {
  const t = useTranslations("mapping.desk.history")
  const [state, action] = useActionState(restoreCellAction, null)
  return (
    <form action={action}>
      {state && !state.ok ? (
        <ErrorSummary title={t("notRestored")} message={state.message} />
      ) : null}
      <OfFields of={of} />
      <input type="hidden" name="rowId" value={rowId} />
      <input type="hidden" name="change" value={change} />
      <input type="hidden" name="side" value={side} />
      <input type="hidden" name="base" value={base} />
      <SubmitButton
        kind="quiet"
        small
        working={t("restoring")}
        aria-label={t(`restoreOf.${side}`, { what, change })}
      >
        {t(`restore.${side}`)}
      </SubmitButton>
    </form>
  )
}
