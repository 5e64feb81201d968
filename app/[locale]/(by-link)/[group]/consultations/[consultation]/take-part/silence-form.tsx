"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { silenceGuestAction } from "./actions"

/** No more mail, with one press. */
export function SilenceForm({ token, silenced }: { token: string; silenced: boolean }) {
  const t = useTranslations("consultations.guestPage")
  const [state, action] = useAnswered(silenceGuestAction)
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
