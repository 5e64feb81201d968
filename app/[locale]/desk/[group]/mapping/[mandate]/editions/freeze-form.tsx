"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { LONGEST_NOTE } from "@/lib/editions/input"
import { freezeEditionAction } from "./actions"
import { ChangedSince } from "./changed-since"

/** One press freezes exactly the table that the page showed, or nothing. */
export function FreezeForm({
  mappingId,
  number,
  change,
  mark,
  rowsAt,
}: {
  mappingId: string
  number: number
  change: number
  mark: string
  /** The address of the table. */
  rowsAt: string
}) {
  const t = useTranslations("mapping.editions")
  const [state, action] = useAnswered(freezeEditionAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="panel form" noValidate aria-labelledby="freeze">
      <h2 id="freeze">{t("freezeTitle", { number })}</h2>
      <p className="hint">{t("freezeLead")}</p>
      {refused ? (
        <ErrorSummary title={t("notFrozen")} message={refused.message} fields={refused.fields} />
      ) : null}
      <ChangedSince data={refused?.data} rowsAt={rowsAt} />
      <input type="hidden" name="mappingId" value={mappingId} />
      <input type="hidden" name="edition" value={number} />
      <input type="hidden" name="change" value={change} />
      <input type="hidden" name="mark" value={mark} />
      <TextArea
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        rows={3}
        maxLength={LONGEST_NOTE}
        defaultValue={refused?.entered?.note ?? ""}
        error={refused?.fields?.note}
        optional
      />
      <div className="btns">
        <SubmitButton working={t("freezing")}>{t("freeze", { number })}</SubmitButton>
      </div>
    </form>
  )
}
