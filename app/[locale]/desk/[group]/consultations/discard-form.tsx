"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import type { ActionResult } from "@/lib/platform/action"

export type Discard = {
  action: (before: ActionResult<object> | null, form: FormData) => Promise<ActionResult<object>>
  hidden: Readonly<Record<string, string>>
}

/** Deletes one's own words that were not filed, with one press behind a fold. */
export function DiscardForm({ discard, draftId }: { discard: Discard; draftId: string }) {
  const t = useTranslations("consultations.own")
  const [state, action] = useAnswered(discard.action)
  useFreshPage(state?.ok ? state : null)
  return (
    <details className="quiet-details">
      <summary>{t("discard")}</summary>
      <form action={action} className="stack">
        {state && !state.ok ? (
          <ErrorSummary title={t("notDiscarded")} message={state.message} />
        ) : null}
        <p className="hint">{t("discardHint")}</p>
        {Object.entries({ ...discard.hidden, draftId }).map(([name, value]) => (
          <input type="hidden" key={name} name={name} value={value} />
        ))}
        <div className="btns">
          <SubmitButton kind="danger" small working={t("discarding")}>
            {t("discard")}
          </SubmitButton>
        </div>
      </form>
    </details>
  )
}
