"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { LONGEST_REASON } from "@/lib/reports/input"
import { reviewOverrideAction } from "./actions"

/** Says that one has looked at an override again, with a note if there is something to note. */
export function ReviewForm({ overrideId, again }: { overrideId: string; again: boolean }) {
  const t = useTranslations("overrides")
  const [state, action] = useAnswered(reviewOverrideAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="stack" noValidate>
      {refused ? (
        <ErrorSummary title={t("notReviewed")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="overrideId" value={overrideId} />
      <TextField
        id={`note-${overrideId}`}
        name="note"
        label={t("note")}
        optional
        maxLength={LONGEST_REASON}
        defaultValue={refused?.entered?.note ?? ""}
        error={refused?.fields?.note}
      />
      <div className="btns">
        <SubmitButton kind="plain" small working={t("reviewing")}>
          {again ? t("reviewAgain") : t("review")}
        </SubmitButton>
      </div>
    </form>
  )
}
