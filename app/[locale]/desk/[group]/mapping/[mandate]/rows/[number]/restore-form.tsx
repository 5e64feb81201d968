"use client"

import { useTranslations } from "next-intl"
import { asBefore } from "@/app/ui/answered"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { CellField, Clash } from "@/lib/mapping/model"
import { type Of, OfFields } from "../../../of-fields"
import { restoreCellAction } from "../actions"
import type { CellNames } from "./cell-value"
import { RestoreClash } from "./restore-clash"

/**
 * Gives a cell what stood in it after, or before, one of its changes. Where somebody changed it since the page
 * was read, both texts are shown, and it is asked once more.
 */
export function RestoreForm({
  of,
  rowId,
  change,
  side,
  base,
  what,
  field,
  value,
  names,
}: {
  of: Of
  rowId: string
  change: number
  side: "before" | "after"
  /** The revision of the cell as the page shows it. */
  base: number
  /** Names the cell, for who hears the button alone. */
  what: string
  field: CellField
  /** What would stand there again. */
  value: unknown
  names: CellNames
}) {
  const t = useTranslations("mapping.desk.history")
  const [state, action] = useAnswered(restoreCellAction, asBefore)
  const refused = state && !state.ok ? state : null
  const clashes = Array.isArray(refused?.data) ? (refused.data as Clash[]) : []
  const clash = clashes.find((one) => one.field === field)
  return (
    <form action={action}>
      {refused ? <ErrorSummary title={t("notRestored")} message={refused.message} /> : null}
      {clash ? <RestoreClash {...{ clash, value, names }} /> : null}
      <OfFields of={of} />
      <input type="hidden" name="rowId" value={rowId} />
      <input type="hidden" name="change" value={change} />
      <input type="hidden" name="side" value={side} />
      <input type="hidden" name="base" value={clash?.revision ?? base} />
      <SubmitButton
        kind="quiet"
        small
        working={t("restoring")}
        aria-label={
          clash ? t("restoreOverOf", { what, change }) : t(`restoreOf.${side}`, { what, change })
        }
      >
        {clash ? t("restoreOver") : t(`restore.${side}`)}
      </SubmitButton>
    </form>
  )
}
