"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { type MeetingAnswer, meetingAnswerKinds } from "@/lib/meetings/model"
import { answerByLinkAction } from "./actions"

/** Three buttons; what was said last is named and can be changed. */
export function AnswerForm({ token, answer }: { token: string; answer: MeetingAnswer | null }) {
  const t = useTranslations("meetings.answers")
  const [state, action] = useAnswered(answerByLinkAction)
  const said = state?.ok ? state.data.answer : answer
  return (
    <form action={action} className="stack">
      {state && !state.ok ? <ErrorSummary title={t("not")} message={state.message} /> : null}
      {said ? (
        <Notice kind={state?.ok ? "ok" : "plain"} title={t(`said.${said}`)} announce={state?.ok} />
      ) : null}
      <input type="hidden" name="token" value={token} />
      <div className="btns">
        {meetingAnswerKinds.map((kind) => (
          <SubmitButton
            key={kind}
            kind={kind === "coming" ? "primary" : "plain"}
            name="answer"
            value={kind}
            working={t("saving")}
          >
            {t(`say.${kind}`)}
          </SubmitButton>
        ))}
      </div>
    </form>
  )
}
