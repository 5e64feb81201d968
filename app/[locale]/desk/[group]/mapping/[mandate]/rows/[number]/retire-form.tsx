"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { mappingLimits as limits } from "@/lib/mapping/model"
import { type Of, OfFields } from "../../../of-fields"
import { retireRowAction } from "../actions"

/** Takes the row out of the table, with a reason. */
export function RetireForm({ of, rowId }: { of: Of; rowId: string }) {
  const t = useTranslations("mapping.desk.row")
  const [state, action] = useAnswered(retireRowAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="stack" noValidate>
      {refused ? (
        <ErrorSummary title={t("notRetired")} message={refused.message} fields={refused.fields} />
      ) : null}
      <OfFields of={of} />
      <input type="hidden" name="rowId" value={rowId} />
      <TextArea
        name="reason"
        label={t("retireReason")}
        hint={t("retireHint")}
        rows={2}
        defaultValue={refused?.entered?.reason ?? ""}
        error={refused?.fields?.reason}
        maxLength={limits.reason}
      />
      <div className="btns">
        <SubmitButton kind="plain" working={t("retiring")}>
          {t("retire")}
        </SubmitButton>
      </div>
    </form>
  )
}
