"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { type Of, OfFields } from "../../../of-fields"
import { confirmRowAction } from "../actions"

/** Says that the row is still so, as of today. */
export function ConfirmForm({
  of,
  mappingId,
  rowId,
  base,
}: {
  of: Of
  mappingId: string
  rowId: string
  /** The revision of the day that is shown. */
  base: number
}) {
  const t = useTranslations("mapping.desk.row")
  const [state, action] = useAnswered(confirmRowAction)
  return (
    <form action={action} className="stack">
      {state && !state.ok ? (
        <ErrorSummary title={t("notConfirmed")} message={state.message} />
      ) : null}
      <OfFields of={of} />
      <input type="hidden" name="mappingId" value={mappingId} />
      <input type="hidden" name="rowId" value={rowId} />
      <input type="hidden" name="base" value={base} />
      <div className="btns">
        <SubmitButton kind="plain" working={t("confirming")}>
          {t("confirm")}
        </SubmitButton>
      </div>
    </form>
  )
}
