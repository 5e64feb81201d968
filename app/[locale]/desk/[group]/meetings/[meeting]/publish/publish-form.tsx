"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { publishMinutesAction } from "./actions"

/** One press, after everything that it does has been said above it. */
export function PublishForm({
  meetingId,
  revision,
  version,
  language,
}: {
  meetingId: string
  revision: number
  version: number
  language: string
}) {
  const t = useTranslations("publish")
  const [state, action] = useActionState(publishMinutesAction, null)
  return (
    <form action={action} className="stack">
      {state && !state.ok ? (
        <ErrorSummary title={t("notPublished")} message={state.message} />
      ) : null}
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="language" value={language} />
      <div className="btns">
        <SubmitButton working={t("publishing")}>{t("publish", { version })}</SubmitButton>
      </div>
    </form>
  )
}
