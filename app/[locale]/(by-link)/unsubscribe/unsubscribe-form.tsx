"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { unsubscribeAction } from "./actions"

export function UnsubscribeForm({ token }: { token: string }) {
  const t = useTranslations("notices.unsubscribe")
  const [state, action] = useAnswered(unsubscribeAction)
  if (state?.ok) {
    return (
      <Notice kind="ok" title={t("done")} announce>
        <p>{t("still")}</p>
      </Notice>
    )
  }
  return (
    <form action={action} className="stack">
      {state ? <ErrorSummary title={t("not")} message={state.message} /> : null}
      <input type="hidden" name="token" value={token} />
      <div className="btns">
        <SubmitButton working={t("working")}>{t("button")}</SubmitButton>
      </div>
    </form>
  )
}
