"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { asBefore } from "@/app/ui/answered"
import { ErrorSummary } from "@/app/ui/error-summary"
import type { Choice } from "@/app/ui/select-field"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea, TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import {
  type Clash,
  cellFields,
  mappingLimits as limits,
  type Row,
  rowStatuses,
} from "@/lib/mapping/model"
import { type Of, OfFields } from "../../../of-fields"
import { saveRowAction } from "../actions"
import { ActivityRows } from "./activity-rows"
import { type CellNames, CellValue } from "./cell-value"
import { ClashChoices } from "./clash-choices"
import { ScopeDecided } from "./row-facts"
import { ScopeFields } from "./scope-fields"

/** All cells of a row in one plain form; only what was changed in it is saved. */
export function RowForm({
  of,
  row: newest,
  values: filled,
  areas,
  members,
  names,
  mayDecide,
  keepsLook,
}: {
  of: Of
  row: Pick<Row, "id" | "cells" | "revisions" | "scopeDecided">
  values: Readonly<Record<string, string>>
  areas: readonly Choice[]
  members: readonly Choice[]
  names: CellNames
  mayDecide: boolean
  /** Whether comments and synergies are no more than a plain field shows. */
  keepsLook: boolean
}) {
  const t = useTranslations("mapping.desk.row")
  const m = useTranslations("mapping")
  const [state, action] = useAnswered(saveRowAction, asBefore)
  // What is typed belongs to the cells that were shown, though the page around may be read anew.
  const [{ row, given }] = useState({ row: newest, given: filled })
  const refused = state && !state.ok ? state : null
  const errors = refused?.fields
  const values = refused?.entered ?? given
  const clashes = Array.isArray(refused?.data) ? (refused.data as Clash[]) : []
  const cell = (name: string) => ({
    name,
    defaultValue: values[name] ?? "",
    error: errors?.[name],
    required: false,
  })
  return (
    <form action={action} className="form row-form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={errors} />
      ) : null}
      {clashes.length > 0 ? <ClashChoices {...{ clashes, names, values, errors }} /> : null}
      <OfFields of={of} />
      <input type="hidden" name="rowId" value={row.id} />
      {cellFields.map((field) => (
        <input
          type="hidden"
          key={field}
          name={`base.${field}`}
          value={values[`base.${field}`] ?? row.revisions[field] ?? 0}
        />
      ))}
      <SelectField {...cell("area")} label={m("field.area")} choices={areas} />
      <TextArea
        {...cell("suggests")}
        label={m("field.suggests")}
        rows={4}
        maxLength={limits.text}
        dir="auto"
      />
      <fieldset className="row">
        <legend className="vh">{m("field.citation")}</legend>
        <TextField
          {...cell("citation.mandate")}
          label={t("citationMandate")}
          maxLength={limits.citation}
        />
        <TextField
          {...cell("citation.paragraph")}
          label={t("citationParagraph")}
          maxLength={limits.citation}
        />
      </fieldset>
      <ActivityRows values={values} errors={errors} />
      <TextArea
        {...cell("synergies")}
        label={m("field.synergies")}
        hint={keepsLook ? t("synergiesHint") : `${t("synergiesHint")} ${t("synergiesLook")}`}
        rows={6}
        maxLength={limits.text}
        dir="auto"
      />
      {mayDecide ? (
        <div className="stack">
          <ScopeFields values={values} errors={errors} />
          <ScopeDecided decided={row.scopeDecided} />
        </div>
      ) : (
        <div className="field">
          <p className="legend">{m("field.scope")}</p>
          <p>
            <CellValue field="scope" value={row.cells.scope} names={names} />
          </p>
          <ScopeDecided decided={row.scopeDecided} />
          <p className="hint">{t("scopeByCoChairs")}</p>
        </div>
      )}
      <div className="row">
        <SelectField
          {...cell("responsible")}
          label={m("field.responsible")}
          choices={[{ value: "", label: t("nobody") }, ...members]}
        />
        <SelectField
          {...cell("status")}
          label={m("field.status")}
          choices={rowStatuses.map((value) => ({ value, label: m(`status.${value}`) }))}
        />
        <TextField {...cell("confirmed")} label={m("field.confirmed")} type="date" optional />
      </div>
      <div className="btns">
        <SubmitButton working={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </form>
  )
}
