"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { commentLimits, type Disposition, dispositions } from "@/lib/comments/model"
import { workThreadAction } from "./actions"

type Row = {
  number: string
  threadId: string
  revision: number
  disposition: Disposition | null
  reason: string
  decider: string | null
}

/** What becomes of a thread, and the answer to it. Nothing is chosen while nobody has decided. */
export function DecideForm({ consultationId, row }: { consultationId: string; row: Row }) {
  const t = useTranslations("worksheet")
  const [state, action] = useAnswered(workThreadAction)
  const refused = state && !state.ok ? state : null
  const id = (name: string) => `${name}-${row.threadId}`
  const errors = refused?.fields
  const fields =
    errors && Object.fromEntries(Object.entries(errors).map(([name, said]) => [id(name), said]))
  return (
    <form
      action={action}
      className="stack sheet-decision"
      aria-label={t("decision", { number: row.number })}
      noValidate
    >
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={fields} />
      ) : null}
      <input type="hidden" name="consultationId" value={consultationId} />
      <input type="hidden" name="threadId" value={row.threadId} />
      <input type="hidden" name="revision" value={state?.ok ? state.data.revision : row.revision} />
      <SelectField
        name="disposition"
        id={id("disposition")}
        label={t("decide")}
        optional
        defaultValue={refused?.entered?.disposition ?? row.disposition ?? ""}
        error={errors?.disposition}
        choices={[
          { value: "", label: t("open") },
          ...dispositions.map((each) => ({ value: each, label: t(`disposition.${each}`) })),
        ]}
      />
      <TextArea
        name="reason"
        id={id("reason")}
        label={t("answer")}
        hint={t("answerHint")}
        optional
        rows={3}
        maxLength={commentLimits.reason}
        defaultValue={refused?.entered?.reason ?? row.reason}
        error={errors?.reason}
      />
      <div className="btns">
        <SubmitButton kind="plain" small working={t("saving")}>
          {t("save")}
        </SubmitButton>
        <span className="small muted" role="status">
          {state?.ok ? t("saved") : row.decider ? t("decidedBy", { name: row.decider }) : ""}
        </span>
      </div>
    </form>
  )
}
