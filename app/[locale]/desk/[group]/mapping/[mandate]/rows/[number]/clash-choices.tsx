"use client"

import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { RadioGroup } from "@/app/ui/radio-group"
import type { CellField, Clash } from "@/lib/mapping/model"
import { type CellNames, CellValue } from "./cell-value"

/** The cells that can hold what two people wrote. */
const joinable: readonly CellField[] = ["suggests", "citation", "activities", "synergies"]

/** Cells that somebody else changed meanwhile: what stands there now, above one's own, and the answers. */
export function ClashChoices({
  clashes,
  names,
  values,
}: {
  clashes: readonly Clash[]
  names: CellNames
  /** What was sent, with the answers to what was shown before. */
  values: Readonly<Record<string, string>>
}) {
  const t = useTranslations("mapping.desk.clash")
  const m = useTranslations("mapping")
  return (
    <section className="meanwhile" aria-labelledby="clashes">
      <h2 id="clashes">{t("title")}</h2>
      <p>{t("why")}</p>
      {clashes.map(({ field, revision, value, by, at }) => (
        <section key={field} aria-labelledby={`clash-${field}`}>
          <h3 id={`clash-${field}`}>{m(`field.${field}`)}</h3>
          <p className="small muted">
            {t("theirs", { by: by ?? t("portal") })} <DateTime at={new Date(at)} />
          </p>
          <div className="clash-theirs">
            <CellValue field={field} value={value} names={names} />
          </div>
          <input type="hidden" name={`over.${field}`} value={revision} />
          <RadioGroup
            key={revision}
            name={`answer.${field}`}
            label={t("choose")}
            defaultValue={answerIn(values, field, revision)}
            choices={[
              ...(joinable.includes(field) ? [{ value: "both", label: t("both") }] : []),
              { value: "mine", label: t("mine") },
              { value: "theirs", label: t("keepTheirs") },
            ]}
          />
        </section>
      ))}
    </section>
  )
}

/** What was answered already, as long as it was of what stands there now. */
function answerIn(
  values: Readonly<Record<string, string>>,
  field: CellField,
  revision: number,
): string | undefined {
  const given = values[`over.${field}`] === String(revision) ? values[`answer.${field}`] : undefined
  return given ?? (joinable.includes(field) ? "both" : undefined)
}
