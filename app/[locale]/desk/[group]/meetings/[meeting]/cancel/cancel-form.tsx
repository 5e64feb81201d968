"use client"

import { useTranslations } from "next-intl"
import { asBefore } from "@/app/ui/answered"
import { ButtonLink } from "@/app/ui/button"
import { Checkbox } from "@/app/ui/checkbox"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { cancelMeetingAction } from "../../actions"

/** Asks for the reason before a meeting is cancelled for good. */
export function CancelForm({
  meetingId,
  slug,
  number,
  revision,
  back,
}: {
  meetingId: string
  slug: string
  number: number | null
  revision: number
  back: string
}) {
  const t = useTranslations("meetings.cancelPage")
  const [state, action] = useAnswered(cancelMeetingAction, asBefore)
  const refused = state && !state.ok ? state : null
  const current = (refused?.data as { revision?: number } | undefined)?.revision
  return (
    <form action={action} className="form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notCancelled")} message={refused.message} fields={refused.fields} />
      ) : null}
      <p>{t("text")}</p>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="revision" value={current ?? revision} />
      <TextArea
        name="reason"
        label={t("reason")}
        rows={3}
        maxLength={1000}
        defaultValue={refused?.entered?.reason ?? ""}
        error={refused?.fields?.reason}
      />
      {number === null ? null : (
        <Checkbox
          name="freeNumber"
          label={t("freeNumber", { number })}
          defaultChecked={refused?.entered?.freeNumber === "on"}
        />
      )}
      <div className="btns">
        <ButtonLink href={back}>{t("keep")}</ButtonLink>
        <SubmitButton kind="danger" working={t("cancelling")}>
          {t("cancel")}
        </SubmitButton>
      </div>
    </form>
  )
}
