"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { confirmJoinAction } from "../actions"

export function ConfirmForm({ token }: { token: string }) {
  const t = useTranslations("join")
  const [state, action] = useAnswered(confirmJoinAction)
  if (state?.ok) {
    return (
      <Notice kind="ok" title={t("confirm.done")} announce>
        <p>{t("confirm.next")}</p>
      </Notice>
    )
  }
  return (
    <form action={action} className="stack">
      {state ? <ErrorSummary title={t("confirm.not")} message={state.message} /> : null}
      <input type="hidden" name="token" value={token} />
      <div className="btns">
        <SubmitButton working={t("confirm.working")}>{t("confirm.button")}</SubmitButton>
      </div>
    </form>
  )
}
