"use client"

import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { RadioGroup } from "@/app/ui/radio-group"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea, TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { OfferedText } from "@/lib/consultations/form-queries"
import { consultationAudiences, consultationLimits as limits } from "@/lib/consultations/model"
import { editConsultationAction, planConsultationAction } from "./actions"
import { TextChoice } from "./text-choice"
import { TimeRow } from "./time-row"

export type ConsultationFormGiven = {
  /** The consultation that is changed, or the group in which one is planned, by which form. */
  of:
    | { consultationId: string; revision: number; slug: string }
    | { groupId: string; submission: string }
  groupSlug: string
  /** Texts, audience and opening are shown only before it opens. */
  early: boolean
  values: Record<string, string>
  chosen: readonly string[]
  texts: readonly OfferedText[]
  zones: readonly string[]
  back: string
}

/** What is asked, of which texts, of whom, and when: one form for a new consultation and for one that stands. */
export function ConsultationForm({ given }: { given: ConsultationFormGiven }) {
  const t = useTranslations("consultations.form")
  const c = useTranslations("consultations")
  const { of, early } = given
  const editing = "consultationId" in of
  const [state, action] = useAnswered(editing ? editConsultationAction : planConsultationAction)
  const refused = state && !state.ok ? state : null
  const errors = refused?.fields
  const values = refused?.entered ?? given.values
  const chosen = refused?.entered
    ? Object.entries(refused.entered).flatMap(([name, key]) =>
        name.startsWith("texts.") ? [key] : [],
      )
    : given.chosen
  const revision = (refused?.data as { revision?: number } | undefined)?.revision
  return (
    <form action={action} className="form consultation-form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={errors} />
      ) : null}
      {early ? null : <Notice>{t("stays")}</Notice>}
      <input type="hidden" name="slug" value={given.groupSlug} />
      {editing ? (
        <>
          <input type="hidden" name="consultation" value={of.slug} />
          <input type="hidden" name="consultationId" value={of.consultationId} />
          <input type="hidden" name="revision" value={revision ?? of.revision} />
        </>
      ) : (
        <>
          <input type="hidden" name="groupId" value={of.groupId} />
          <input
            type="hidden"
            name="submission"
            value={refused?.entered?.submission ?? of.submission}
          />
        </>
      )}
      <TextField
        name="title"
        label={t("title")}
        defaultValue={values.title ?? ""}
        error={errors?.title}
        maxLength={limits.title}
      />
      <TextArea
        name="question"
        label={t("question")}
        hint={t("questionHint")}
        rows={6}
        defaultValue={values.question ?? ""}
        error={errors?.question}
        maxLength={limits.question}
      />
      {early ? (
        <>
          <TextChoice texts={given.texts} chosen={chosen} error={errors?.texts} />
          <RadioGroup
            key={values.audience}
            name="audience"
            label={t("circle")}
            defaultValue={values.audience ?? "members"}
            error={errors?.audience}
            choices={consultationAudiences.map((value) => ({
              value,
              label: c(`audience.${value}`),
              hint: c(`audienceHint.${value}`),
            }))}
          />
        </>
      ) : null}
      <fieldset className="stack">
        <legend className="part">{t("when")}</legend>
        <SelectField
          name="zone"
          label={t("zone")}
          choices={given.zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          defaultValue={values.zone ?? "UTC"}
          error={errors?.zone}
        />
        {early ? (
          <TimeRow
            part="opens"
            labels={{ day: t("opensDay"), time: t("opensTime") }}
            {...{ values, errors }}
          />
        ) : null}
        <TimeRow
          part="closes"
          labels={{ day: t("closesDay"), time: t("closesTime") }}
          {...{ values, errors }}
        />
        <TimeRow
          part="late"
          labels={{ day: t("lateDay"), time: t("lateTime") }}
          hint={t("lateHint")}
          optional
          {...{ values, errors }}
        />
      </fieldset>
      <div className="btns">
        <SubmitButton working={t("saving")}>{t("save")}</SubmitButton>
        <ButtonLink href={given.back} kind="quiet">
          {t("leave")}
        </ButtonLink>
      </div>
    </form>
  )
}
