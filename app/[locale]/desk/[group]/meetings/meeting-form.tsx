"use client"

import { useTranslations } from "next-intl"
import { asBefore } from "@/app/ui/answered"
import { ButtonLink } from "@/app/ui/button"
import { Checkbox } from "@/app/ui/checkbox"
import { ErrorSummary } from "@/app/ui/error-summary"
import { RadioGroup } from "@/app/ui/radio-group"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { FactFields } from "@/lib/meetings/form-fields"
import { limits, participantLists } from "@/lib/meetings/model"
import type { Stale } from "@/lib/meetings/stale"
import { editMeetingAction, scheduleMeetingAction } from "./actions"
import { enteredFields } from "./entered-fields"
import { OfficeRows } from "./office-rows"
import { StaleFacts } from "./stale-facts"
import { StartFields } from "./start-fields"

export type MeetingFormGiven = {
  /** The meeting that is edited, or the group in which one is scheduled. */
  of: { meetingId: string; revision: number } | { groupId: string }
  slug: string
  values: FactFields
  zones: readonly string[]
  /** Members of the group: who may take notes, and whose names are offered. */
  members: readonly { personId: string; name: string }[]
  nextNumber: number | null
  /** The number under which its report is published. */
  publishedAs: number | null
  back: string
}

/** The facts of a meeting: one form for a new one and for one that stands. */
export function MeetingForm({ given }: { given: MeetingFormGiven }) {
  const t = useTranslations("meetings.form")
  const { of, members } = given
  const editing = "meetingId" in of
  const [state, action] = useAnswered(editing ? editMeetingAction : scheduleMeetingAction, asBefore)
  const refused = state && !state.ok ? state : null
  const errors = refused?.fields
  const values = refused?.entered ? enteredFields(refused.entered) : given.values
  const stale = isStale(refused?.data) ? refused.data : null
  const unknown = refused?.data as { unknown?: boolean } | undefined
  return (
    <form action={action} className="form meeting-form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={errors} />
      ) : null}
      {stale ? <StaleFacts stale={stale} mine={values} members={members} /> : null}
      <input type="hidden" name="slug" value={given.slug} />
      {editing ? (
        <>
          <input type="hidden" name="meetingId" value={of.meetingId} />
          <input type="hidden" name="revision" value={stale?.revision ?? of.revision} />
        </>
      ) : (
        <input type="hidden" name="groupId" value={of.groupId} />
      )}
      <div className="number-and-title">
        <TextField
          name="number"
          inputMode="numeric"
          label={t("number")}
          hint={
            given.publishedAs !== null
              ? t("numberPublished", { number: given.publishedAs })
              : given.nextNumber !== null
                ? t("numberHint", { next: given.nextNumber })
                : undefined
          }
          defaultValue={values.number}
          error={errors?.number}
          optional
        />
        <TextField
          name="title"
          label={t("title")}
          defaultValue={values.title}
          error={errors?.title}
          maxLength={limits.title}
          optional
        />
      </div>
      <fieldset className="stack">
        <legend className="part">{t("when")}</legend>
        <StartFields values={values} zones={given.zones} errors={errors} />
        <TextField
          name="minutes"
          inputMode="numeric"
          label={t("minutes")}
          defaultValue={values.minutes}
          error={errors?.minutes}
          optional
        />
      </fieldset>
      <fieldset className="stack">
        <legend className="part">{t("where")}</legend>
        <TextField
          name="place"
          label={t("place")}
          defaultValue={values.place}
          error={errors?.place}
          optional
        />
        <TextField
          name="joinLink"
          type="url"
          label={t("joinLink")}
          hint={t("joinLinkHint")}
          defaultValue={values.joinLink}
          error={errors?.joinLink}
          optional
        />
      </fieldset>
      <fieldset className="stack">
        <legend className="part">{t("who")}</legend>
        <OfficeRows rows={values.offices} names={members.map(({ name }) => name)} errors={errors} />
        {unknown?.unknown ? (
          <Checkbox
            name="addPeople"
            label={t("addPeople")}
            defaultChecked={refused?.entered?.addPeople === "on"}
          />
        ) : null}
        <SelectField
          key={values.noteTakerId}
          name="noteTakerId"
          label={t("noteTaker")}
          hint={t("noteTakerHint")}
          choices={[
            { value: "", label: t("nobody") },
            ...members.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          defaultValue={values.noteTakerId}
          error={errors?.noteTakerId}
          optional
        />
        <RadioGroup
          name="participantList"
          label={t("list")}
          defaultValue={values.participantList}
          error={errors?.participantList}
          choices={participantLists.map((value) => ({
            value,
            label: t(value),
            hint: t(value === "annexed" ? "annexedHint" : "onRequestHint"),
          }))}
        />
      </fieldset>
      {editing ? (
        <TextField
          name="nextMeetingText"
          label={t("nextMeetingText")}
          hint={t("nextMeetingHint")}
          defaultValue={values.nextMeetingText}
          error={errors?.nextMeetingText}
          maxLength={limits.nextMeeting}
          optional
        />
      ) : null}
      <div className="btns">
        <SubmitButton working={t("saving")}>{t(stale ? "saveMine" : "save")}</SubmitButton>
        <ButtonLink href={given.back} kind="quiet">
          {t("leave")}
        </ButtonLink>
      </div>
    </form>
  )
}

function isStale(data: unknown): data is Stale<FactFields> {
  return typeof data === "object" && data !== null && "current" in data
}
