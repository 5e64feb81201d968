"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { silenceGuestAction } from "./actions"

/** No more mail, with one press. */
export function SilenceForm({ token, silenced }: { token: string; silenced: boolean }) {
  const t = useTranslations("consultations.guestPage")
  const [state, action] = useActionState(silenceGuestAction, null)
  if (silenced || state?.ok)
    return (
      <p className="small muted" role="status">
        {t("silenced")}
      </p>
    )
  return (
    <form action={action}>
      {state ? <ErrorSummary title={t("notSilenced")} message={state.message} /> : null}
      <input type="hidden" name="token" value={token} />
      <SubmitButton kind="quiet" small working={t("silencing")}>
        {t("silence")}
      </SubmitButton>
    </form>
  )
}
