"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Field, tied } from "@/app/ui/field"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { checkRecordAction } from "./actions"
import { VerdictNotice } from "./verdict-notice"

/** A file goes in, a verdict comes out; also before any script has loaded. */
export function CheckForm({ slug }: { slug: string }) {
  const t = useTranslations("ledger.check")
  const [state, action] = useAnswered(checkRecordAction)
  const field = {
    name: "file",
    label: t("file"),
    hint: t("fileHint"),
    error: state?.ok ? undefined : state?.fields?.file,
  }
  return (
    <form action={action} className="stack" noValidate>
      {state?.ok ? <VerdictNotice checked={state.data} /> : null}
      {state && !state.ok ? (
        <ErrorSummary title={t("notChecked")} message={state.message} fields={state.fields} />
      ) : null}
      <input type="hidden" name="slug" value={slug} />
      <Field {...field}>
        <input {...tied(field)} type="file" accept=".json,application/json" />
      </Field>
      <div className="btns">
        <SubmitButton working={t("checking")}>{t("submit")}</SubmitButton>
      </div>
    </form>
  )
}
