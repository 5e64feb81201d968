"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import { moderateCommentAction } from "../../actions"

/** Admits a comment or does not; one that was not can still be. */
export function ModerateForm({
  consultationId,
  commentId,
  seen,
  by,
  waits,
}: {
  consultationId: string
  commentId: string
  seen: string
  by: string
  waits: boolean
}) {
  const t = useTranslations("consultations.guestList")
  const [state, action] = useAnswered(moderateCommentAction)
  useFreshPage(state?.ok ? state : null)
  return (
    <form action={action} className="stack">
      {state && !state.ok ? <ErrorSummary title={t("notDecided")} message={state.message} /> : null}
      <input type="hidden" name="consultationId" value={consultationId} />
      <input type="hidden" name="commentId" value={commentId} />
      <input type="hidden" name="seen" value={seen} />
      <div className="btns">
        <SubmitButton
          kind="primary"
          small
          name="answer"
          value="admitted"
          aria-label={`${t("admit")}: ${by}`}
          working={t("deciding")}
        >
          {t("admit")}
        </SubmitButton>
        {waits ? (
          <SubmitButton
            kind="plain"
            small
            name="answer"
            value="refused"
            aria-label={`${t("refuse")}: ${by}`}
            working={t("deciding")}
          >
            {t("refuse")}
          </SubmitButton>
        ) : null}
      </div>
    </form>
  )
}
