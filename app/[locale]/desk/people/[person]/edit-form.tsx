"use client"

import { useTranslations } from "next-intl"
import { asBefore } from "@/app/ui/answered"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { PersonFacts } from "@/lib/people/facts"
import { editPersonAction } from "../actions"
import { PersonFields } from "./person-fields"
import { TheirFacts } from "./their-facts"

/** Name, aliases and affiliations of a person. A stale form shows what was saved meanwhile. */
export function EditForm({ person }: { person: PersonFacts & { id: string } }) {
  const t = useTranslations("people")
  const [state, action] = useAnswered(editPersonAction, asBefore)
  const refused = state && !state.ok ? state : null
  const theirs = refused?.data as PersonFacts | undefined
  const mark = theirs?.mark ?? person.mark
  return (
    <form action={action} className="panel form" aria-labelledby="facts-head" noValidate>
      <h2 id="facts-head">{t("facts")}</h2>
      {state?.ok ? <Notice kind="ok" title={t("saved")} announce /> : null}
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={refused.fields} />
      ) : null}
      {theirs ? <TheirFacts theirs={theirs} /> : null}
      <input type="hidden" name="personId" value={person.id} />
      <input type="hidden" name="mark" value={mark} />
      <PersonFields
        key={refused ? "entered" : person.mark}
        person={person}
        entered={refused?.entered}
        errors={refused?.fields}
      />
      <div className="btns">
        <SubmitButton kind="plain" working={t("saving")}>
          {theirs ? t("saveMine") : t("save")}
        </SubmitButton>
      </div>
    </form>
  )
}
