"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { endOtherSessionsAction } from "./actions"

export function EndOthersForm() {
  const t = useTranslations("sessions")
  const [state, action] = useAnswered(endOtherSessionsAction)
  return (
    <form action={action}>
      {state && !state.ok ? <ErrorSummary title={t("notEnded")} message={state.message} /> : null}
      {state?.ok ? (
        <Notice kind="ok" title={t("ended", { count: state.data.ended })} announce />
      ) : null}
      <input type="hidden" name="which" value="others" />
      <SubmitButton kind="plain" working={t("ending")}>
        {t("endOthers")}
      </SubmitButton>
    </form>
  )
}
