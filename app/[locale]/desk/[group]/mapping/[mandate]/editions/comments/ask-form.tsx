"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { FieldError } from "@/app/ui/field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { documentLimits } from "@/lib/documents/model"
import type { EditionToAsk } from "@/lib/editions/ask-queries"
import { askAboutEditionAction } from "../actions"

/** The title of the document and the areas whose rows it is made of; all of them at the beginning. */
export function AskForm({ edition, title }: { edition: EditionToAsk; title: string }) {
  const t = useTranslations("mapping.editions.ask")
  const [state, action] = useAnswered(askAboutEditionAction)
  const refused = state && !state.ok ? state : null
  const entered = refused?.entered
  const error = refused?.fields?.areas
  return (
    <form action={action} className="panel form" noValidate aria-labelledby="ask">
      <h2 id="ask">{t("which")}</h2>
      {refused ? (
        <ErrorSummary title={t("notMade")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="editionId" value={edition.id} />
      <input type="hidden" name="made" value={edition.made} />
      <fieldset className="field" aria-describedby={error ? "areas-error" : undefined}>
        <legend className="legend">{t("areas")}</legend>
        {error ? <FieldError id="areas-error">{error}</FieldError> : null}
        {edition.areas.map((area, place) => (
          <label className="check" key={area.slug}>
            <input
              type="checkbox"
              name={`areas.${place}`}
              id={place === 0 ? "areas" : `areas-${place}`}
              value={area.slug}
              defaultChecked={entered ? `areas.${place}` in entered : true}
            />
            <span>{t("area", { title: area.title, rows: area.rows })}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        name="title"
        label={t("documentTitle")}
        hint={t("titleHint")}
        defaultValue={entered?.title ?? title}
        error={refused?.fields?.title}
        maxLength={documentLimits.title}
      />
      <div className="btns">
        <SubmitButton working={t("making")}>{t("make")}</SubmitButton>
      </div>
    </form>
  )
}
