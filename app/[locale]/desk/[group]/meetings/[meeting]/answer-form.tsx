"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { type MeetingAnswer, meetingAnswerKinds } from "@/lib/meetings/model"
import { answerMeetingAction } from "./answers-actions"

/** Whether one comes: three buttons, the one that holds is marked as pressed. */
export function AnswerForm({
  meetingId,
  slug,
  mine,
}: {
  meetingId: string
  slug: string
  mine: MeetingAnswer | null
}) {
  const t = useTranslations("meetings.answers")
  const [state, action] = useAnswered(answerMeetingAction)
  return (
    <form action={action} className="stack">
      {state && !state.ok ? <ErrorSummary title={t("not")} message={state.message} /> : null}
      <p>{mine ? t(`said.${mine}`) : t("ask")}</p>
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="slug" value={slug} />
      <div className="btns">
        {meetingAnswerKinds.map((kind) => (
          <SubmitButton
            key={kind}
            kind="plain"
            small
            name="answer"
            value={kind}
            aria-pressed={kind === mine}
            working={t("saving")}
          >
            {t(`say.${kind}`)}
          </SubmitButton>
        ))}
      </div>
    </form>
  )
}
