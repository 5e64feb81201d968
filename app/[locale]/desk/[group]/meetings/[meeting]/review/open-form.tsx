"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { reviewLimits } from "@/lib/reviews/input"
import { TimeRow } from "../../../consultations/time-row"
import { openReviewAction } from "./actions"

/** Until when the minutes are reviewed, and what the members are asked. */
export function OpenForm({
  of,
  values: given,
  zones,
}: {
  of: Record<"meetingId" | "slug" | "meeting" | "locale", string>
  values: Record<"zone" | "closesDay" | "closesTime", string>
  zones: readonly string[]
}) {
  const t = useTranslations("reviews")
  const [state, action] = useAnswered(openReviewAction)
  const refused = state && !state.ok ? state : null
  const values: Record<string, string> = refused?.entered ?? given
  const errors = refused?.fields
  return (
    <form action={action} className="form stack" noValidate>
      {refused ? (
        <ErrorSummary title={t("open.not")} message={refused.message} fields={errors} />
      ) : null}
      {Object.entries(of).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      <TextArea
        name="question"
        label={t("open.question")}
        rows={4}
        maxLength={reviewLimits.question}
        defaultValue={values.question ?? t("question")}
        error={errors?.question}
      />
      <SelectField
        name="zone"
        label={t("open.zone")}
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        defaultValue={values.zone ?? "UTC"}
        error={errors?.zone}
      />
      <TimeRow
        part="closes"
        labels={{ day: t("open.closesDay"), time: t("open.closesTime") }}
        values={values}
        errors={errors}
      />
      <div className="btns">
        <SubmitButton working={t("open.opening")}>{t("open.button")}</SubmitButton>
      </div>
    </form>
  )
}
