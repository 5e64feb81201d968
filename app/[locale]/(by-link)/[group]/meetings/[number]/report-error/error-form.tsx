"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea, TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { LONGEST_MESSAGE } from "@/lib/error-reports/input"
import { longestName } from "@/lib/people/model"
import { reportErrorAction } from "./actions"

/** What is wrong, and an address at which the answer is read; `given` goes along unseen. */
export function ErrorForm({ given }: { given: Record<string, string | number> }) {
  const t = useTranslations("errorReports")
  const [state, action] = useAnswered(reportErrorAction)
  if (state?.ok) {
    return (
      <Notice kind="ok" title={t("sent")} announce>
        <p>{t("sentTo", { email: state.data.email })}</p>
      </Notice>
    )
  }
  const field = (name: "message" | "name" | "email") => ({
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
      {Object.entries(given).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      <TextArea
        {...field("message")}
        hint={t("hint.message")}
        rows={6}
        maxLength={LONGEST_MESSAGE}
      />
      <TextField {...field("email")} type="email" autoComplete="email" hint={t("hint.email")} />
      <TextField {...field("name")} autoComplete="name" maxLength={longestName} optional />
      <div className="vh" aria-hidden="true">
        <label>
          {t("field.website")}
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <p className="hint">{t("privacy")}</p>
      <div className="btns">
        <SubmitButton working={t("sending")}>{t("send")}</SubmitButton>
      </div>
    </form>
  )
}
