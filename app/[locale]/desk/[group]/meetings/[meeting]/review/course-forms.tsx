"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { reviewLimits } from "@/lib/reviews/input"
import {
  askQuotedAction,
  endReviewAction,
  giveUpReviewAction,
  type ReviewFormState,
} from "./actions"

export type ReviewOf = Record<"meetingId" | "slug" | "meeting", string>
type Act = (before: ReviewFormState, form: FormData) => Promise<ReviewFormState>

/** End now, give up, ask again: each a form of its own, what needs words folded. */
export function CourseForms({ of, may }: { of: ReviewOf; may: { end: boolean; ask: boolean } }) {
  const t = useTranslations("reviews.course")
  return (
    <div className="stack">
      {may.ask ? (
        <CourseForm of={of} act={askQuotedAction}>
          {() => (
            <div className="btns">
              <SubmitButton working={t("asking")}>{t("ask")}</SubmitButton>
            </div>
          )}
        </CourseForm>
      ) : null}
      {may.end ? (
        <>
          <CourseForm of={of} act={endReviewAction}>
            {() => (
              <div className="btns">
                <SubmitButton kind="plain" working={t("ending")}>
                  {t("end")}
                </SubmitButton>
              </div>
            )}
          </CourseForm>
          <details className="quiet-details">
            <summary>{t("giveUp")}</summary>
            <CourseForm of={of} act={giveUpReviewAction}>
              {(entered, error) => (
                <>
                  <p className="hint">{t("giveUpHint")}</p>
                  <TextArea
                    name="reason"
                    label={t("reason")}
                    rows={3}
                    maxLength={reviewLimits.reason}
                    defaultValue={entered}
                    error={error}
                  />
                  <div className="btns">
                    <SubmitButton kind="danger" working={t("givingUp")}>
                      {t("giveUp")}
                    </SubmitButton>
                  </div>
                </>
              )}
            </CourseForm>
          </details>
          <p className="hint">{t("moved")}</p>
        </>
      ) : null}
    </div>
  )
}

function CourseForm({
  of,
  act,
  children,
}: {
  of: ReviewOf
  act: Act
  children: (reason: string, error: string | undefined) => ReactNode
}) {
  const t = useTranslations("reviews.course")
  const [state, action] = useAnswered(act)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="form stack" noValidate>
      {refused ? (
        <ErrorSummary title={t("not")} message={refused.message} fields={refused.fields} />
      ) : null}
      {Object.entries(of).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      {children(refused?.entered?.reason ?? "", refused?.fields?.reason)}
    </form>
  )
}
