"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { LONGEST_REASON } from "@/lib/corrections/input"
import {
  beginCorrectionAction,
  dropCorrectionAction,
  proposeWithdrawalAction,
  withdrawReportAction,
} from "./actions"

const actions = {
  begin: beginCorrectionAction,
  withdraw: withdrawReportAction,
  drop: dropCorrectionAction,
  propose: proposeWithdrawalAction,
}

/** Begins a correction, withdraws the report or proposes it, with the reason that is published; or drops what was begun. */
export function ReasonForm({
  what,
  given,
  reason = "",
}: {
  what: keyof typeof actions
  given: Record<string, string | number>
  reason?: string
}) {
  const t = useTranslations("corrections")
  const [state, action] = useAnswered(actions[what])
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="stack" noValidate>
      {refused ? (
        <ErrorSummary title={t(`${what}.not`)} message={refused.message} fields={refused.fields} />
      ) : null}
      {Object.entries(given).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      {what === "drop" ? null : (
        <TextArea
          id={`${what}-reason`}
          name="reason"
          label={t(`${what}.reason`)}
          hint={t(`${what}.hint`)}
          rows={3}
          maxLength={LONGEST_REASON}
          defaultValue={refused?.entered?.reason ?? reason}
          error={refused?.fields?.reason}
        />
      )}
      <div className="btns">
        <SubmitButton kind={what === "begin" ? "primary" : "danger"} working={t(`${what}.working`)}>
          {t(`${what}.button`)}
        </SubmitButton>
      </div>
    </form>
  )
}
