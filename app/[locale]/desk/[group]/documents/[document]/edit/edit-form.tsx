"use client"

import { useTranslations } from "next-intl"
import { asBefore } from "@/app/ui/answered"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { DocumentFacts } from "@/lib/documents/facts"
import { editDocumentAction } from "../../actions"
import { DocumentFields, type FactChoices, type FactFields } from "../../document-fields"

/** What is said of a document; where somebody saved meanwhile, theirs beside one's own. */
export function EditForm({
  documentId,
  revision,
  values,
  choices,
}: {
  documentId: string
  revision: number
  values: FactFields
  choices: FactChoices
}) {
  const t = useTranslations("documents.form")
  const [state, action] = useAnswered(editDocumentAction, asBefore)
  const refused = state && !state.ok ? state : null
  const theirs = refused?.data as DocumentFacts | undefined
  return (
    <form action={action} className="form" noValidate>
      <h2>{t("facts")}</h2>
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={refused.fields} />
      ) : null}
      {theirs ? <TheirFacts theirs={theirs} choices={choices} /> : null}
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="revision" value={theirs?.revision ?? revision} />
      <DocumentFields
        values={{ ...values, ...refused?.entered }}
        choices={choices}
        errors={refused?.fields}
      />
      <div className="btns">
        <SubmitButton working={t("saving")}>{theirs ? t("saveMine") : t("save")}</SubmitButton>
      </div>
    </form>
  )
}

function TheirFacts({ theirs, choices }: { theirs: DocumentFacts; choices: FactChoices }) {
  const t = useTranslations("documents.form")
  const { origin } = theirs
  const from = origin?.blockId ? `${origin.meetingId}/${origin.blockId}` : (origin?.meetingId ?? "")
  const label = (name: keyof FactChoices, value: string) =>
    choices[name].find((choice) => choice.value === value)?.label ?? value
  const shown = [
    ["title", theirs.title],
    ["kind", label("kind", theirs.kind)],
    ["language", label("language", theirs.language)],
    ["responsibleId", label("responsibleId", theirs.responsible?.id ?? "")],
    ["origin", label("origin", from)],
  ] as const
  return (
    <section className="panel" aria-labelledby="theirs">
      <h2 id="theirs">{t("theirs")}</h2>
      <dl className="facts-list">
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
