"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { useNewest } from "@/app/ui/newest-answer"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { reviewLimits } from "@/lib/reviews/input"
import { settleQuoteAction } from "./actions"
import type { ReviewOf } from "./course-forms"

/** Take over the words that somebody proposes, or decline with a reason that they are told. */
export function SettleForm({
  of,
  settle: { requestId, seen },
  name,
}: {
  of: ReviewOf
  settle: { requestId: string; seen: string }
  name: string
}) {
  const t = useTranslations("reviews.settle")
  const [taken, take] = useAnswered(settleQuoteAction)
  const [declined, decline] = useAnswered(settleQuoteAction)
  const newest = useNewest([taken, declined])
  const refused = declined && !declined.ok ? declined : null
  const id = `reason-${requestId}`
  const fields = refused?.fields?.reason ? { [id]: refused.fields.reason } : undefined
  const hidden = Object.entries({ ...of, requestId, seen }).map(([name, value]) => (
    <input type="hidden" key={name} name={name} value={value} />
  ))
  return (
    <div className="stack">
      {newest && !newest.ok ? (
        <ErrorSummary
          title={t("not")}
          message={newest.message}
          fields={newest === declined ? fields : undefined}
        />
      ) : null}
      <form action={take} className="btns">
        {hidden}
        <SubmitButton name="settlement" value="taken" small working={t("taking")}>
          {t("take")}
        </SubmitButton>
      </form>
      <details className="quiet-details" open={fields !== undefined || undefined}>
        <summary>{t("decline")}</summary>
        <form action={decline} className="form stack" noValidate>
          {hidden}
          <TextArea
            id={id}
            name="reason"
            label={t("reason", { name })}
            rows={2}
            maxLength={reviewLimits.reason}
            defaultValue={refused?.entered?.reason ?? ""}
            error={refused?.fields?.reason}
          />
          <div className="btns">
            <SubmitButton
              name="settlement"
              value="declined"
              kind="plain"
              small
              working={t("declining")}
            >
              {t("decline")}
            </SubmitButton>
          </div>
        </form>
      </details>
    </div>
  )
}
