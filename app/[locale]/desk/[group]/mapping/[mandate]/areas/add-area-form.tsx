"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { addAreaAction } from "../../actions"
import { type Of, OfFields } from "../../of-fields"
import { AreaFields } from "./area-fields"

/** Adds an area at the end. */
export function AddAreaForm({ mappingId, of }: { mappingId: string; of: Of }) {
  const t = useTranslations("mapping.desk.areas")
  const [state, action] = useAnswered(addAreaAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notAdded")} message={refused.message} fields={refused.fields} />
      ) : null}
      <OfFields of={of} />
      <input type="hidden" name="mappingId" value={mappingId} />
      <AreaFields prefix="" values={refused?.entered ?? {}} errors={refused?.fields} />
      <div className="btns">
        <SubmitButton kind="plain" working={t("adding")}>
          {t("addButton")}
        </SubmitButton>
      </div>
    </form>
  )
}
