"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { RadioGroup } from "@/app/ui/radio-group"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { type errorAnswers, LONGEST_REPLY } from "@/lib/error-reports/input"
import { answerErrorAction } from "./actions"

/**
 * One of the answers, with words that are mailed to whoever reported the error. A report that was withdrawn
 * since has nothing put right: the answer says so.
 */
export function AnswerForm({
  errorId,
  answers,
  isWithdrawn,
}: {
  errorId: string
  answers: readonly (typeof errorAnswers)[number][]
  isWithdrawn: boolean
}) {
  const t = useTranslations("errorReports.queue")
  const [state, action] = useAnswered(answerErrorAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="stack" noValidate>
      {refused ? (
        <ErrorSummary title={t("notAnswered")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="errorId" value={errorId} />
      <RadioGroup
        id={`answer-${errorId}`}
        name="answer"
        label={t("answer")}
        defaultValue={refused?.entered?.answer}
        error={refused?.fields?.answer}
        choices={answers.map((value) => ({
          value,
          label: t(`answers.${value === "corrected" && isWithdrawn ? "withdrawn" : value}`),
        }))}
      />
      <TextArea
        id={`reply-${errorId}`}
        name="reply"
        label={t("reply")}
        hint={t("replyHint")}
        rows={3}
        maxLength={LONGEST_REPLY}
        defaultValue={refused?.entered?.reply ?? ""}
        error={refused?.fields?.reply}
        required={false}
      />
      <div className="btns">
        <SubmitButton working={t("answering")}>{t("send")}</SubmitButton>
      </div>
    </form>
  )
}
