"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { longestName } from "@/lib/people/model"
import { addToRegisterAction } from "../actions"
import { StakeholderField } from "../stakeholder-field"

export function AddPersonForm() {
  const t = useTranslations("people")
  const [state, action] = useAnswered(addToRegisterAction)
  const refused = state && !state.ok ? state : null
  const field = (name: "name" | "organisation" | "capacity") => ({
    name,
    label: t(`field.${name}`),
    defaultValue: refused?.entered?.[name] ?? "",
    error: refused?.fields?.[name],
    maxLength: name === "name" ? longestName : 200,
  })
  return (
    <form action={action} className="form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notAdded")} message={refused.message} fields={refused.fields} />
      ) : null}
      <TextField {...field("name")} hint={t("hint.name")} />
      <TextField {...field("organisation")} optional />
      <TextField {...field("capacity")} optional />
      <StakeholderField value={refused?.entered?.stakeholderGroup} />
      <div className="btns">
        <SubmitButton working={t("adding")}>{t("add")}</SubmitButton>
      </div>
    </form>
  )
}
