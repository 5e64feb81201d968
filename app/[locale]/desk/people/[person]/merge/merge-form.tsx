"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { affiliationText } from "@/lib/people/model"
import type { PersonRecord } from "@/lib/people/queries"
import { mergePeopleAction } from "../../actions"

/** Both entries beside each other, what merging does, and the button that does it. */
export function MergeForm({
  kept,
  merged,
  register,
}: {
  kept: PersonRecord
  merged: PersonRecord
  register: string
}) {
  const t = useTranslations("people")
  const [state, action] = useAnswered(mergePeopleAction)
  return (
    <form action={action} className="stack" aria-label={t("merge.title")}>
      {state && !state.ok ? <ErrorSummary title={t("merge.not")} message={state.message} /> : null}
      <div className="pair-of-panels">
        <Entry person={kept} title={t("merge.kept")} register={register} />
        <Entry person={merged} title={t("merge.gone")} register={register} />
      </div>
      <Notice kind="warn" title={t("merge.what", { kept: kept.name, merged: merged.name })}>
        <p>{t("merge.final")}</p>
        <p>
          <a href={`${register}/${merged.id}/merge?with=${kept.id}`}>{t("merge.turn")}</a>
        </p>
      </Notice>
      <input type="hidden" name="keptId" value={kept.id} />
      <input type="hidden" name="mergedId" value={merged.id} />
      <div className="btns">
        <SubmitButton kind="danger" working={t("merge.working")}>
          {t("merge.button", { kept: kept.name })}
        </SubmitButton>
      </div>
    </form>
  )
}

function Entry({
  person,
  title,
  register,
}: {
  person: PersonRecord
  title: string
  register: string
}) {
  const t = useTranslations("people")
  const { account, aliases, affiliations, memberships } = person
  const facts = [
    [t("field.name"), person.name],
    [t("field.aliases"), aliases.join("\n")],
    [t("field.affiliations"), affiliations.map(affiliationText).join("\n")],
    [t("column.groups"), [...new Set(memberships.map(({ group }) => group))].join(", ")],
    [t("column.account"), account.email ?? t("account.state.none")],
  ]
  return (
    <section className="panel" aria-label={title}>
      <h2>
        <a href={`${register}/${person.id}`}>{title}</a>
      </h2>
      <dl className="facts-list">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || "–"}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
