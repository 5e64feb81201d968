"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { tryMailsAgainAction } from "./actions"

/** Sends one mail again, or all that were given up. */
export function TryAgainForm({ mailId, about }: { mailId?: string; about?: string }) {
  const t = useTranslations("mail")
  const [state, action] = useAnswered(tryMailsAgainAction)
  if (state?.ok) return <Notice kind="ok" title={t("again", state.data)} announce />
  return (
    <form action={action}>
      {state ? <ErrorSummary title={t("notAgain")} message={state.message} /> : null}
      {mailId ? <input type="hidden" name="mailId" value={mailId} /> : null}
      <SubmitButton kind="plain" small={mailId !== undefined} working={t("working")}>
        {mailId ? t("tryAgain") : t("tryAll")}
        {about ? <span className="vh">{`: ${about}`}</span> : null}
      </SubmitButton>
    </form>
  )
}
