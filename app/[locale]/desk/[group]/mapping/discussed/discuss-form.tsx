"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import { discussRowAction } from "./actions"

type Entered = {
  entered: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}

/** The frame of the form that notes which meeting spoke of which row; `fields` brings what is chosen. */
export function DiscussForm({
  hidden,
  fields,
}: {
  hidden: Readonly<Record<string, string>>
  fields: (form: Entered) => ReactNode
}) {
  const t = useTranslations("mapping.talk.discussed")
  const [state, action] = useAnswered(discussRowAction)
  useFreshPage(state?.ok ? state : null)
  const refused = state && !state.ok ? state : null
  const errors = refused?.fields ?? {}
  return (
    <form action={action} className="form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notAdded")} message={refused.message} fields={named(errors)} />
      ) : null}
      {state?.ok ? <Notice kind="ok" title={t("added")} announce /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      {fields({ entered: refused?.entered ?? {}, errors })}
      <div className="btns">
        <SubmitButton kind="plain" working={t("adding")}>
          {t("add")}
        </SubmitButton>
      </div>
    </form>
  )
}

/** The ids of fields, to which the summary leads. */
const named = (errors: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(errors).map(([name, error]) => [`discussed-${name}`, error]))
