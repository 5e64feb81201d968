"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/app/ui/button"
import { FieldError } from "@/app/ui/field"
import { officeKinds } from "@/lib/meetings/model"

export type OfficeRow = { personId: string; name: string; kind: string; capacity: string }

const blank: OfficeRow = { personId: "", name: "", kind: "chair", capacity: "" }

/** How many empty rows stand ready where no script can add one. */
const ready = 2

/** Who chairs, hosts and moderates: a row for each, with the capacity of that day. */
export function OfficeRows({
  rows,
  names,
  errors,
}: {
  rows: readonly OfficeRow[]
  /** Names that are offered while one is typed. */
  names: readonly string[]
  errors: Record<string, string> | undefined
}) {
  const t = useTranslations("meetings")
  const [more, setMore] = useState(ready)
  const shown = [...rows, ...Array.from({ length: more }, () => blank)]
  return (
    <fieldset className="offices">
      <legend className="legend">{t("form.offices")}</legend>
      <p className="hint">{t("form.officesHint")}</p>
      <datalist id="office-names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {shown.map((row, place) => {
        const field = `offices.${place}`
        const error = errors?.[`${field}.name`]
        const id = `${field}.name`
        return (
          <div className="office" key={field}>
            <input type="hidden" name={`${field}.personId`} value={row.personId} />
            <label>
              <span>{t("form.person")}</span>
              <input
                className="in"
                id={id}
                name={id}
                list="office-names"
                autoComplete="off"
                defaultValue={row.name}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${id}-error` : undefined}
              />
            </label>
            <label>
              <span>{t("form.office")}</span>
              <select key={row.kind} className="in" name={`${field}.kind`} defaultValue={row.kind}>
                {officeKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`office.${kind}`)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span>{t("form.capacity")}</span>
              <input className="in" name={`${field}.capacity`} defaultValue={row.capacity} />
            </label>
            {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
          </div>
        )
      })}
      <div>
        <Button type="button" kind="quiet" small onClick={() => setMore(more + 1)}>
          {t("form.addRow")}
        </Button>
      </div>
    </fieldset>
  )
}
