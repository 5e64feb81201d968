"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea, TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { noteLimits } from "@/lib/documents/model"
import { makeVersionAction } from "../../actions"

/** Makes the current revision a version: a name by which the group cites it, and what is new in it. */
export function MakeVersionForm({
  documentId,
  revision,
  next,
}: {
  documentId: string
  revision: number
  next: number
}) {
  const t = useTranslations("documents.versions")
  const [state, action] = useAnswered(makeVersionAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="panel form" noValidate aria-labelledby="make-version">
      <h2 id="make-version">{t("make", { number: next })}</h2>
      <p className="hint">{t("makeLead", { revision })}</p>
      {refused ? (
        <ErrorSummary title={t("notMade")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="revision" value={revision} />
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        maxLength={noteLimits.versionName}
        defaultValue={refused?.entered?.name ?? ""}
        error={refused?.fields?.name}
      />
      <TextArea
        name="note"
        label={t("note")}
        rows={3}
        maxLength={noteLimits.note}
        defaultValue={refused?.entered?.note ?? ""}
        error={refused?.fields?.note}
        optional
      />
      <div className="btns">
        <SubmitButton working={t("making")}>{t("makeNow", { number: next })}</SubmitButton>
      </div>
    </form>
  )
}
