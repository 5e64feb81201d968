"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/app/ui/button"
import { Checkbox } from "@/app/ui/checkbox"
import { SelectField } from "@/app/ui/select-field"
import { TextField } from "@/app/ui/text-field"
import { activityKinds, mappingLimits as limits } from "@/lib/mapping/model"
import { activityCount } from "./activity-count"

/** What the IGF does: fields for each activity, and for one more. */
export function ActivityRows({
  values,
  errors,
}: {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>> | undefined
}) {
  const t = useTranslations("mapping.desk.row")
  const m = useTranslations("mapping")
  const filled = activityCount(values)
  const [more, setMore] = useState(1)
  const kinds = activityKinds.map((value) => ({ value, label: m(`kind.${value}`) }))
  return (
    <fieldset className="activity-rows" id="activities">
      <legend className="legend">{m("field.activities")}</legend>
      {errors?.activities ? <p className="err">{errors.activities}</p> : null}
      {Array.from({ length: filled + more }, (_, at) => {
        const name = (field: string) => `activities.${at}.${field}`
        const of = (field: string) => ({
          name: name(field),
          defaultValue: values[name(field)] ?? "",
          error: errors?.[name(field)],
          required: false,
        })
        const isNew = (values[name("id")] ?? "") === ""
        return (
          <fieldset className="activity-row" key={name("id")}>
            <legend className="small strong">
              {isNew ? t("newActivity") : t("activity", { number: at + 1 })}
            </legend>
            <input type="hidden" name={name("id")} value={values[name("id")] ?? ""} />
            <TextField {...of("title")} label={t("activityTitle")} maxLength={limits.title} />
            <SelectField
              {...of("kind")}
              label={t("activityKind")}
              choices={kinds}
              defaultValue={values[name("kind")] ?? "other"}
            />
            <TextField {...of("years")} label={t("activityYears")} hint={t("yearsHint")} />
            <TextField {...of("body")} label={t("activityBody")} maxLength={limits.body} />
            <TextField
              {...of("link")}
              label={t("activityLink")}
              type="url"
              maxLength={limits.link}
              optional
            />
            {isNew ? null : (
              <Checkbox
                name={name("remove")}
                label={t("removeActivity")}
                defaultChecked={values[name("remove")] !== undefined}
              />
            )}
          </fieldset>
        )
      })}
      <div>
        <Button type="button" kind="quiet" small onClick={() => setMore(more + 1)}>
          {t("moreActivities")}
        </Button>
      </div>
    </fieldset>
  )
}
