"use client"

import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import { ErrorSummary } from "@/app/ui/error-summary"
import { type Choice, SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea, TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { mappingLimits as limits } from "@/lib/mapping/model"
import { AboutFields } from "../about-fields"
import { beginMappingAction } from "../actions"

/** Of which mandate, what for, and with which areas a mapping begins. */
export function BeginForm({
  groupId,
  mandates,
  known,
  back,
}: {
  groupId: string
  mandates: readonly Choice[]
  /** Those whose areas are known. */
  known: readonly { title: string; areas: readonly string[] }[]
  back: string
}) {
  const t = useTranslations("mapping.desk.beginForm")
  const [state, action] = useAnswered(beginMappingAction)
  const refused = state && !state.ok ? state : null
  const errors = refused?.fields
  const values = refused?.entered ?? {}
  const line = (name: "title" | "symbol" | "dated" | "link", more: object = {}) => (
    <TextField
      name={name}
      label={t(name)}
      hint={t(`hint.${name}`)}
      defaultValue={values[name] ?? ""}
      error={errors?.[name]}
      required={false}
      {...more}
    />
  )
  return (
    <form action={action} className="form begin-mapping" noValidate>
      {refused ? <ErrorSummary title={t("not")} message={refused.message} fields={errors} /> : null}
      <input type="hidden" name="groupId" value={groupId} />
      {mandates.length > 0 ? (
        <SelectField
          name="mandateId"
          label={t("mandate")}
          choices={[...mandates, { value: "new", label: t("another") }]}
          defaultValue={values.mandateId ?? mandates[0]?.value ?? "new"}
          error={errors?.mandateId}
        />
      ) : (
        <input type="hidden" name="mandateId" value="new" />
      )}
      <fieldset className="stack">
        <legend className="legend">
          {mandates.length > 0 ? t("anotherDocument") : t("document")}
        </legend>
        {line("title", { maxLength: limits.title })}
        {line("symbol", { maxLength: limits.citation })}
        {line("dated", { type: "date", optional: true })}
        {line("link", { type: "url", optional: true, maxLength: limits.link })}
      </fieldset>
      <AboutFields values={values} errors={errors} />
      <TextArea
        name="areas"
        label={t("areas")}
        hint={
          <>
            {t("hint.areas")}
            {known.map(({ title, areas }) => (
              <span className="block" key={title}>
                {t("hint.areasKnown", { mandate: title, areas: areas.join(" · ") })}
              </span>
            ))}
          </>
        }
        rows={9}
        defaultValue={values.areas ?? ""}
        error={errors?.areas}
        optional
      />
      <TextField
        name="crossCutting"
        label={t("crossCutting")}
        hint={t("hint.crossCutting")}
        defaultValue={values.crossCutting ?? t("crossCuttingName")}
        error={errors?.crossCutting}
        maxLength={limits.title}
      />
      <div className="btns">
        <SubmitButton working={t("working")}>{t("button")}</SubmitButton>
        <ButtonLink href={back} kind="quiet">
          {t("leave")}
        </ButtonLink>
      </div>
    </form>
  )
}
