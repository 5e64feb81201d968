"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { RadioGroup } from "@/app/ui/radio-group"
import { type Choice, SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { DocumentStatus } from "@/lib/documents/status"
import { changeStatusAction } from "../../actions"

/** Moves a document along one of the ways that are open from its status. */
export function StatusForm({
  documentId,
  from,
  moves,
  others,
}: {
  documentId: string
  from: DocumentStatus
  moves: readonly DocumentStatus[]
  /** The documents that may take its place. */
  others: readonly Choice[]
}) {
  const t = useTranslations("documents")
  const [state, action] = useAnswered(changeStatusAction)
  const refused = state && !state.ok ? state : null
  const open = moves.filter((move) => move !== "superseded" || others.length > 0)
  return (
    <form action={action} className="form" noValidate>
      <h2>{t("form.status")}</h2>
      {refused ? (
        <ErrorSummary
          title={t("form.notMoved")}
          message={refused.message}
          fields={refused.fields}
        />
      ) : null}
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="from" value={from} />
      <RadioGroup
        key={from}
        name="to"
        label={t("form.moveTo", { status: t(`status.${from}`) })}
        choices={open.map((value) => ({
          value,
          label: t(`status.${value}`),
          hint: t(`statusHint.${value}`),
        }))}
        defaultValue={refused?.entered?.to ?? open[0]}
        error={refused?.fields?.to}
      />
      {open.includes("superseded") ? (
        <SelectField
          name="supersededBy"
          label={t("form.supersededBy")}
          choices={[{ value: "", label: t("form.choose") }, ...others]}
          defaultValue={refused?.entered?.supersededBy ?? ""}
          error={refused?.fields?.supersededBy}
          optional
        />
      ) : null}
      <div className="btns">
        <SubmitButton kind="plain" working={t("form.moving")}>
          {t("form.move")}
        </SubmitButton>
      </div>
    </form>
  )
}
