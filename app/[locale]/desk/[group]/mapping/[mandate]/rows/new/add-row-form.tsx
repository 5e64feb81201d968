"use client"

import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import { ErrorSummary } from "@/app/ui/error-summary"
import { type Choice, SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { type Of, OfFields } from "../../../of-fields"
import { addRowAction } from "../actions"

/** Adds an empty row at the end of an area and leads to it, where its cells are filled. */
export function AddRowForm({
  of,
  mappingId,
  id,
  areas,
  area,
  back,
}: {
  of: Of
  mappingId: string
  /** Of the new row: sent twice, the form adds it once. */
  id: string
  areas: readonly Choice[]
  area: string | undefined
  back: string
}) {
  const t = useTranslations("mapping.desk.row")
  const m = useTranslations("mapping")
  const [state, action] = useAnswered(addRowAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notAdded")} message={refused.message} fields={refused.fields} />
      ) : null}
      <OfFields of={of} />
      <input type="hidden" name="mappingId" value={mappingId} />
      <input type="hidden" name="id" value={id} />
      <SelectField
        name="areaId"
        label={m("field.area")}
        hint={t("addHint")}
        choices={areas}
        defaultValue={refused?.entered?.areaId ?? area}
        error={refused?.fields?.areaId}
      />
      <div className="btns">
        <SubmitButton working={t("adding")}>{t("addButton")}</SubmitButton>
        <ButtonLink href={back} kind="quiet">
          {t("leave")}
        </ButtonLink>
      </div>
    </form>
  )
}
