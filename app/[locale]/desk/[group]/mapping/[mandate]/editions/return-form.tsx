"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { returnActivityAction } from "./actions"

/** Takes one activity out of the annex back into its row; from the page of that row, it comes back there. */
export function ReturnForm({
  annexId,
  title,
  fromRow = false,
}: {
  annexId: string
  title: string
  fromRow?: boolean
}) {
  const t = useTranslations("mapping.editions")
  const [state, action] = useActionState(returnActivityAction, null)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} noValidate>
      {refused ? <ErrorSummary title={t("notTaken")} message={refused.message} /> : null}
      <input type="hidden" name="annexId" value={annexId} />
      {fromRow ? <input type="hidden" name="from" value="row" /> : null}
      <SubmitButton kind="quiet" working={t("taking")}>
        {t("takeBack")} <span className="vh">{title}</span>
      </SubmitButton>
    </form>
  )
}
