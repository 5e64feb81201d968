"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { RadioGroup } from "@/app/ui/radio-group"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { reviewLimits } from "@/lib/reviews/input"
import { type QuoteAnswer, quoteAnswers } from "@/lib/reviews/model"
import { answerQuoteAction } from "./actions"

export type WordsFormGiven = {
  token: string
  seen: string
  answer: QuoteAnswer | null
  note: string
  phrase: string
  statements: readonly { id: string; place: string; words: string; other: string | null }[]
}

/** Three answers to one's own words. The fields for other words stand in sight when they are asked for. */
export function WordsForm({ given }: { given: WordsFormGiven }) {
  const t = useTranslations("reviews.words")
  const [state, action] = useAnswered(answerQuoteAction)
  const refused = state && !state.ok ? state : null
  const entered = refused?.entered
  const said = state?.ok ? state.data.answer : refused ? null : given.answer
  const choices = given.statements.length > 0 ? quoteAnswers : (["unnamed"] as const)
  return (
    <form action={action} className="stack words-form" noValidate>
      {refused ? (
        <ErrorSummary title={t("not")} message={refused.message} fields={refused.fields} />
      ) : null}
      {said ? (
        <Notice kind={state?.ok ? "ok" : "plain"} title={t(`said.${said}`)} announce={state?.ok}>
          <p>{t("changeable")}</p>
        </Notice>
      ) : null}
      <input type="hidden" name="token" value={given.token} />
      <input type="hidden" name="seen" value={given.seen} />
      <RadioGroup
        key={`${entered?.answer ?? said}`}
        name="answer"
        label={t("answer")}
        defaultValue={entered?.answer ?? said ?? undefined}
        error={refused?.fields?.answer}
        choices={choices.map((value) => ({
          value,
          label: t(`say.${value}`),
          hint: t(`hint.${value}`, { phrase: given.phrase }),
        }))}
      />
      <div className="stack other-words">
        {given.statements.map(({ id, place, words, other }, at) => (
          <TextArea
            key={`${id} ${other}`}
            name={`words.${at}`}
            label={t("other", { place: place || t("outside") })}
            rows={Math.min(12, 3 + Math.ceil(words.length / 80))}
            maxLength={reviewLimits.words}
            dir="auto"
            required={false}
            defaultValue={entered?.[`words.${at}`] ?? other ?? words}
            error={refused?.fields?.[`words.${at}`]}
          />
        ))}
      </div>
      <TextArea
        name="note"
        label={t("note")}
        rows={2}
        maxLength={reviewLimits.note}
        dir="auto"
        optional
        defaultValue={entered?.note ?? given.note}
        error={refused?.fields?.note}
      />
      <div className="btns">
        <SubmitButton working={t("sending")}>{t("send")}</SubmitButton>
      </div>
    </form>
  )
}
