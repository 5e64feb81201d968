"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { type Of, OfFields } from "../../../of-fields"
import { returnRowAction } from "../actions"

/** Brings a retired row back into the table. */
export function ReturnForm({
  of,
  rowId,
  small = false,
}: {
  of: Of & { number: number }
  rowId: string
  small?: boolean
}) {
  const t = useTranslations("mapping.desk.row")
  const [state, action] = useAnswered(returnRowAction)
  return (
    <form action={action} className="stack">
      {state && !state.ok ? (
        <ErrorSummary title={t("notReturned")} message={state.message} />
      ) : null}
      <OfFields of={of} />
      <input type="hidden" name="rowId" value={rowId} />
      <div className="btns">
        <SubmitButton
          kind="plain"
          small={small}
          working={t("returning")}
          aria-label={t("returnRow", { number: of.number })}
        >
          {t("return")}
        </SubmitButton>
      </div>
    </form>
  )
}
