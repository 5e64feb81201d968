"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import { takeBackInvitationAction } from "../../actions"

/** Takes an invitation back with a press behind a fold that says what follows from it. */
export function TakeBackForm({
  consultationId,
  guestId,
  who,
}: {
  consultationId: string
  guestId: string
  /** The guest's name, or the address while they have none. */
  who: string
}) {
  const t = useTranslations("consultations.guestList")
  const [state, action] = useAnswered(takeBackInvitationAction)
  useFreshPage(state?.ok ? state : null)
  const refused = state && !state.ok ? state : null
  return (
    <details className="quiet-details take-back" open={refused !== null || undefined}>
      <summary aria-label={t("takeBackOf", { who })}>{t("takeBack")}</summary>
      <form action={action} className="stack">
        {refused ? <ErrorSummary title={t("notTakenBack")} message={refused.message} /> : null}
        <p className="hint">{t("takeBackSure", { who })}</p>
        <input type="hidden" name="consultationId" value={consultationId} />
        <input type="hidden" name="guestId" value={guestId} />
        <div className="btns">
          <SubmitButton
            kind="danger"
            small
            aria-label={t("takeBackOf", { who })}
            working={t("takingBack")}
          >
            {t("takeBack")}
          </SubmitButton>
        </div>
      </form>
    </details>
  )
}
