"use client"

import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { RadioGroup } from "@/app/ui/radio-group"
import { type Clash, joinable } from "@/lib/mapping/model"
import { type CellNames, CellValue } from "./cell-value"

/**
 * Cells that somebody else changed meanwhile: what stands there now, above one's own, and the answers. `given`
 * is what was answered before, `errors` why it could not be done.
 */
export function ClashChoices({
  clashes,
  names,
  given = {},
  errors = {},
}: {
  clashes: readonly Clash[]
  names: CellNames
  given?: Readonly<Record<string, string>> | undefined
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
        const answer = given[name] === "both" && !isJoinable ? undefined : given[name]
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
              defaultValue={answer ?? (isJoinable ? "both" : undefined)}
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
