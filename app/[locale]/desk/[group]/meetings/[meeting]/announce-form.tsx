"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { RadioGroup } from "@/app/ui/radio-group"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { announceTos } from "@/lib/meetings/model"
import { announceMeetingAction } from "./answers-actions"

/** Sends the call as it stands, with an entry for calendars, to the members or to the group's list. */
export function AnnounceForm({
  meetingId,
  slug,
  revision,
  hasList,
  isFirst,
}: {
  meetingId: string
  slug: string
  revision: number
  hasList: boolean
  isFirst: boolean
}) {
  const t = useTranslations("meetings.answers")
  const [state, action] = useAnswered(announceMeetingAction)
  const refused = state && !state.ok ? state : null
  const to = refused?.entered?.to ?? "members"
  return (
    <form action={action} className="stack" noValidate>
      {refused ? (
        <ErrorSummary title={t("notAnnounced")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="revision" value={revision} />
      {hasList ? (
        <RadioGroup
          name="to"
          label={t("to")}
          defaultValue={to}
          choices={announceTos.map((value) => ({ value, label: t(`toWhom.${value}`) }))}
          error={refused?.fields?.to}
        />
      ) : (
        <input type="hidden" name="to" value="members" />
      )}
      <p className="small muted">{t("consequence")}</p>
      <div className="btns">
        <SubmitButton kind="plain" working={t("announcing")}>
          {isFirst ? t("announce") : t("announceAgain")}
        </SubmitButton>
      </div>
    </form>
  )
}
