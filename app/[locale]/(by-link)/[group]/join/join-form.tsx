"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea, TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { longestName, stakeholderGroups } from "@/lib/people/model"
import { askToJoinAction } from "./actions"

export function JoinForm({ slug, locale }: { slug: string; locale: string }) {
  const t = useTranslations("join")
  const people = useTranslations("people")
  const [state, action] = useAnswered(askToJoinAction)
  if (state?.ok) {
    return (
      <Notice kind="ok" title={t("sent")} announce>
        <p>{t("sentTo", { email: state.data.email })}</p>
      </Notice>
    )
  }
  const field = (name: "name" | "email" | "organisation" | "purpose") => ({
    name,
    label: t(`field.${name}`),
    defaultValue: state?.entered?.[name] ?? "",
    error: state?.fields?.[name],
  })
  return (
    <form action={action} className="stack" noValidate>
      {state ? (
        <ErrorSummary title={t("notSent")} message={state.message} fields={state.fields} />
      ) : null}
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="locale" value={locale} />
      <TextField {...field("name")} autoComplete="name" maxLength={longestName} />
      <TextField {...field("email")} type="email" autoComplete="email" hint={t("hint.email")} />
      <TextField {...field("organisation")} autoComplete="organization" maxLength={200} optional />
      <SelectField
        name="stakeholderGroup"
        label={people("stakeholderGroup")}
        defaultValue={state?.entered?.stakeholderGroup ?? ""}
        optional
        choices={[
          { value: "", label: people("notSaid") },
          ...stakeholderGroups.map((value) => ({ value, label: people(`stakeholders.${value}`) })),
        ]}
      />
      <TextArea {...field("purpose")} hint={t("hint.purpose")} rows={5} maxLength={2000} />
      <p className="hint">{t("privacy")}</p>
      <div className="btns">
        <SubmitButton working={t("sending")}>{t("send")}</SubmitButton>
      </div>
    </form>
  )
}
