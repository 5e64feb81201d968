"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { confirmErrorAction } from "../actions"

export function ConfirmForm({ token }: { token: string }) {
  const t = useTranslations("errorReports.confirm")
  const [state, action] = useAnswered(confirmErrorAction)
  if (state?.ok) {
    return (
      <Notice kind="ok" title={t("done")} announce>
        <p>{t("next")}</p>
      </Notice>
    )
  }
  return (
    <form action={action} className="stack">
      <p>{t("lead")}</p>
      {state ? <ErrorSummary title={t("not")} message={state.message} /> : null}
      <input type="hidden" name="token" value={token} />
      <div className="btns">
        <SubmitButton working={t("working")}>{t("button")}</SubmitButton>
      </div>
    </form>
  )
}
