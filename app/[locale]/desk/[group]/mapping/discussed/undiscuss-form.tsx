"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import { undiscussRowAction } from "./actions"

/** Takes back that a meeting spoke of a row; `what` says of which, for those who do not see the line. */
export function UndiscussForm({ discussionId, what }: { discussionId: string; what: string }) {
  const t = useTranslations("mapping.talk.discussed")
  const [state, action] = useAnswered(undiscussRowAction)
  useFreshPage(state?.ok ? state : null)
  return (
    <form action={action}>
      {state && !state.ok ? (
        <ErrorSummary title={t("notTakenBack")} message={state.message} />
      ) : null}
      <input type="hidden" name="discussionId" value={discussionId} />
      <SubmitButton kind="quiet" small working={t("takingBack")}>
        {t("takeBack")} <span className="vh">{what}</span>
      </SubmitButton>
    </form>
  )
}
