"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { returnActivityAction } from "./actions"

/** Takes one activity out of the annex back into its row, and comes back to the page where that was done. */
export function ReturnForm({
  annexId,
  title,
  from,
}: {
  annexId: string
  title: string
  /** The page of its row, or what is looked at of the annex. */
  from: "row" | { words: string; page: number }
}) {
  const t = useTranslations("mapping.editions")
  const [state, action] = useAnswered(returnActivityAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} noValidate>
      {refused ? <ErrorSummary title={t("notTaken")} message={refused.message} /> : null}
      <input type="hidden" name="annexId" value={annexId} />
      {from === "row" ? (
        <input type="hidden" name="from" value="row" />
      ) : (
        <>
          <input type="hidden" name="words" value={from.words} />
          <input type="hidden" name="of" value={from.page} />
        </>
      )}
      <SubmitButton kind="quiet" working={t("taking")}>
        {t("takeBack")} <span className="vh">{title}</span>
      </SubmitButton>
    </form>
  )
}
