"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import {
  allowLateAction,
  type ConsultationFormState,
  cancelConsultationAction,
  closeConsultationAction,
  endLateAction,
  extendConsultationAction,
  openConsultationAction,
} from "../actions"
import { TimeRow } from "../time-row"

type Of = { consultationId: string; revision: number; consultation: string; slug: string }
type Act = "open" | "close" | "extend" | "allowLate" | "endLate" | "cancel"

/** Open now, close now, move the end back, late comments, call off: each a form of its own, those that need words folded. */
export function CourseForms({
  of,
  may,
  publishes,
  zones,
  values,
}: {
  of: Of
  may: Record<Act, boolean>
  /** Whether opening it makes its texts public. */
  publishes: boolean
  zones: readonly string[]
  values: Record<string, string>
}) {
  const t = useTranslations("consultations.course")
  const f = useTranslations("consultations.form")
  return (
    <div className="stack">
      {may.open ? (
        <CourseForm of={of} action={openConsultationAction}>
          {() => (
            <>
              {publishes ? <p className="hint">{t("openPublishes")}</p> : null}
              <div className="btns">
                <SubmitButton working={t("opening")}>{t("open")}</SubmitButton>
              </div>
            </>
          )}
        </CourseForm>
      ) : null}
      {may.close ? (
        <CourseForm of={of} action={closeConsultationAction}>
          {() => (
            <div className="btns">
              <SubmitButton kind="plain" working={t("closing")}>
                {t("close")}
              </SubmitButton>
            </div>
          )}
        </CourseForm>
      ) : null}
      {may.extend ? (
        <CourseForm of={of} action={extendConsultationAction} summary={t("extend")}>
          {({ entered, fields }) => (
            <>
              <p className="hint">{t("extendHint")}</p>
              <ZoneField id="zone" {...{ zones, values, entered, fields }} />
              <TimeRow
                part="closes"
                labels={{ day: f("closesDay"), time: f("closesTime") }}
                values={entered ?? values}
                errors={fields}
              />
              <div className="btns">
                <SubmitButton kind="plain" working={t("extending")}>
                  {t("extend")}
                </SubmitButton>
              </div>
            </>
          )}
        </CourseForm>
      ) : null}
      {may.allowLate ? (
        <CourseForm
          of={of}
          action={allowLateAction}
          summary={t(may.endLate ? "moveLate" : "allowLate")}
        >
          {({ entered, fields }) => (
            <>
              <p className="hint">{t("allowLateHint")}</p>
              <ZoneField id="late-zone" {...{ zones, values, entered, fields }} />
              <TimeRow
                part="late"
                labels={{ day: f("lateDay"), time: f("lateTime") }}
                values={entered ?? values}
                errors={fields}
              />
              <div className="btns">
                <SubmitButton kind="plain" working={t("allowingLate")}>
                  {t(may.endLate ? "moveLate" : "allowLate")}
                </SubmitButton>
              </div>
            </>
          )}
        </CourseForm>
      ) : null}
      {may.endLate ? (
        <CourseForm of={of} action={endLateAction}>
          {() => (
            <div className="btns">
              <SubmitButton kind="plain" working={t("endingLate")}>
                {t("endLate")}
              </SubmitButton>
            </div>
          )}
        </CourseForm>
      ) : null}
      {may.cancel ? (
        <CourseForm of={of} action={cancelConsultationAction} summary={t("cancel")}>
          {({ entered, fields }) => (
            <>
              <p className="hint">{t("cancelHint")}</p>
              <TextArea
                name="reason"
                label={t("reason")}
                rows={3}
                maxLength={1000}
                defaultValue={entered?.reason ?? ""}
                error={fields?.reason}
              />
              <div className="btns">
                <SubmitButton kind="danger" working={t("cancelling")}>
                  {t("cancel")}
                </SubmitButton>
              </div>
            </>
          )}
        </CourseForm>
      ) : null}
    </div>
  )
}

type Refused = Partial<
  Pick<Extract<ConsultationFormState, { ok: false }>, "entered" | "fields" | "message">
>

/** The zone in which the times of a form are meant. */
function ZoneField({
  id,
  zones,
  values,
  entered,
  fields,
}: {
  id: string
  zones: readonly string[]
  values: Record<string, string>
  entered: Refused["entered"]
  fields: Refused["fields"]
}) {
  const f = useTranslations("consultations.form")
  return (
    <SelectField
      name="zone"
      id={id}
      label={f("zone")}
      choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      defaultValue={entered?.zone ?? values.zone ?? "UTC"}
      error={fields?.zone}
    />
  )
}

/** One form; folded under `summary` until it is asked for or was refused. */
function CourseForm({
  of,
  action: act,
  summary,
  children,
}: {
  of: Of
  action: (before: ConsultationFormState, form: FormData) => Promise<ConsultationFormState>
  summary?: string
  children: (refused: Refused) => ReactNode
}) {
  const t = useTranslations("consultations.course")
  const [state, action] = useAnswered(act)
  const refused = state && !state.ok ? state : null
  const revision = (refused?.data as { revision?: number } | undefined)?.revision
  const form = (
    <form action={action} className="stack form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notDone")} message={refused.message} fields={refused.fields} />
      ) : null}
      {Object.entries({ ...of, revision: revision ?? of.revision }).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      {children(refused ?? {})}
    </form>
  )
  if (summary === undefined) return form
  return (
    <details className="quiet-details" open={refused !== null || undefined}>
      <summary>{summary}</summary>
      {form}
    </details>
  )
}
