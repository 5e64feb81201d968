"use client"

import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { RadioGroup } from "@/app/ui/radio-group"
import { type Clash, joinable } from "@/lib/mapping/model"
import { type CellNames, CellValue } from "./cell-value"

/**
 * Cells that somebody else changed meanwhile: what stands there now, above one's own, and the answers. `errors`
 * says why an answer could not be done.
 */
export function ClashChoices({
  clashes,
  names,
  values,
  errors = {},
}: {
  clashes: readonly Clash[]
  names: CellNames
  /** What was sent, with the answers to what was shown before. */
  values: Readonly<Record<string, string>>
  errors?: Readonly<Record<string, string>> | undefined
}) {
  const t = useTranslations("mapping.desk.clash")
  const m = useTranslations("mapping")
  return (
    <section className="meanwhile" aria-labelledby="clashes">
      <h2 id="clashes">{t("title")}</h2>
      <p>{t("why")}</p>
      {clashes.map(({ field, revision, value, by, at, oneOnly }) => {
        const isJoinable = joinable.includes(field) && !oneOnly
        const name = `answer.${field}`
        return (
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
              key={`${revision} ${isJoinable}`}
              name={name}
              label={t("choose")}
              hint={oneOnly && !errors[name] ? t("oneOnly") : undefined}
              error={errors[name]}
              defaultValue={answerIn(values, { field, revision }, isJoinable)}
              choices={[
                ...(isJoinable ? [{ value: "both", label: t("both") }] : []),
                { value: "mine", label: t("mine") },
                { value: "theirs", label: t("keepTheirs") },
              ]}
            />
          </section>
        )
      })}
    </section>
  )
}

/** What was answered already, as long as it was of what stands there now and can still be done. */
function answerIn(
  values: Readonly<Record<string, string>>,
  { field, revision }: Pick<Clash, "field" | "revision">,
  isJoinable: boolean,
): string | undefined {
  const given = values[`over.${field}`] === String(revision) ? values[`answer.${field}`] : undefined
  const fits = given === "both" && !isJoinable ? undefined : given
  return fits ?? (isJoinable ? "both" : undefined)
}
