"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import type { ActionResult } from "@/lib/platform/action"

export type WithdrawAction = (
  before: ActionResult<object> | null,
  form: FormData,
) => Promise<ActionResult<object>>

/** Takes one's own comment back, with one press behind a fold. */
export function WithdrawForm({
  action: withdraw,
  hidden,
  commentId,
}: {
  action: WithdrawAction
  hidden: Readonly<Record<string, string>>
  commentId: string
}) {
  const t = useTranslations("consultations.own")
  const [state, action] = useAnswered(withdraw)
  useFreshPage(state?.ok ? state : null)
  return (
    <details className="quiet-details">
      <summary>{t("withdraw")}</summary>
      <form action={action} className="stack">
        {state && !state.ok ? (
          <ErrorSummary title={t("notWithdrawn")} message={state.message} />
        ) : null}
        <p className="hint">{t("withdrawHint")}</p>
        {Object.entries({ ...hidden, commentId }).map(([name, value]) => (
          <input type="hidden" key={name} name={name} value={value} />
        ))}
        <div className="btns">
          <SubmitButton kind="danger" small working={t("withdrawing")}>
            {t("withdraw")}
          </SubmitButton>
        </div>
      </form>
    </details>
  )
}
