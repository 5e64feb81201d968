"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { askToCommentAction } from "./actions"

/** Asks for the address that a link is mailed to. */
export function AskForm(given: { slug: string; consultation: string; locale: string }) {
  const t = useTranslations("consultations.guestPage")
  const [state, action] = useAnswered(askToCommentAction)
  if (state?.ok) {
    return (
      <Notice kind="ok" title={t("askedTitle")} announce>
        <p>{t("askedText", { email: state.data.email })}</p>
      </Notice>
    )
  }
  return (
    <form action={action} className="stack" noValidate>
      {state ? (
        <ErrorSummary title={t("notAsked")} message={state.message} fields={state.fields} />
      ) : null}
      {Object.entries(given).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      <TextField
        name="email"
        type="email"
        autoComplete="email"
        label={t("email")}
        hint={t("emailHint")}
        defaultValue={state?.entered?.email ?? ""}
        error={state?.fields?.email}
      />
      <div className="btns">
        <SubmitButton working={t("asking")}>{t("ask")}</SubmitButton>
      </div>
    </form>
  )
}
