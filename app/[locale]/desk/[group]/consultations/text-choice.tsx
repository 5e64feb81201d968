"use client"

import { useTranslations } from "next-intl"
import { FieldError } from "@/app/ui/field"
import type { OfferedText } from "@/lib/consultations/form-queries"
import { useTextName } from "./use-text-name"

/** The texts of the group, each to be ticked. What was ticked stays so when the form comes back refused. */
export function TextChoice({
  texts,
  chosen,
  error,
}: {
  texts: readonly OfferedText[]
  chosen: readonly string[]
  error: string | undefined
}) {
  const t = useTranslations("consultations.form")
  const nameOf = useTextName()
  return (
    <fieldset className="field" aria-describedby={error ? "texts-error" : undefined}>
      <legend className="legend">{t("texts")}</legend>
      {error ? <FieldError id="texts-error">{error}</FieldError> : null}
      {texts.length === 0 ? <p className="hint">{t("noTexts")}</p> : null}
      <div className="text-choice">
        {texts.map((text, place) => (
          <label className="check" key={text.key}>
            <input
              type="checkbox"
              name={`texts.${place}`}
              id={place === 0 ? "texts" : `texts-${place}`}
              value={text.key}
              defaultChecked={chosen.includes(text.key)}
            />
            <span>{nameOf(text)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
