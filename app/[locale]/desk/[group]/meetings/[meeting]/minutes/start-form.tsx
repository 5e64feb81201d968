"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { startMinutesAction } from "./actions"

/** The first step of a meeting's minutes. A plain form: it works before script. */
export function StartForm({ meetingId }: { meetingId: string }) {
  const t = useTranslations("minutes.start")
  const [state, action] = useAnswered(startMinutesAction)
  return (
    <form action={action}>
      {state && !state.ok ? <ErrorSummary title={t("failed")} message={state.message} /> : null}
      <input type="hidden" name="meetingId" value={meetingId} />
      <SubmitButton working={t("working")}>{t("button")}</SubmitButton>
    </form>
  )
}
