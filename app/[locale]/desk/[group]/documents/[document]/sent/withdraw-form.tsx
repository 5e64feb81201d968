"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { noteLimits } from "@/lib/documents/model"
import { withdrawDispatchAction } from "../../actions"

/** Takes an entry back, with the reason; it stays in the list. */
export function WithdrawForm({
  documentId,
  dispatchId,
}: {
  documentId: string
  dispatchId: string
}) {
  const t = useTranslations("documents.sent")
  const [state, action] = useAnswered(withdrawDispatchAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="form" noValidate>
      {refused ? <ErrorSummary title={t("notWithdrawn")} message={refused.message} /> : null}
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="dispatchId" value={dispatchId} />
      <TextArea
        id={`reason-${dispatchId}`}
        name="reason"
        label={t("reason")}
        rows={2}
        maxLength={noteLimits.note}
        defaultValue={refused?.entered?.reason ?? ""}
        error={refused?.fields?.reason}
      />
      <div className="btns">
        <SubmitButton kind="plain" working={t("withdrawing")}>
          {t("withdraw")}
        </SubmitButton>
      </div>
    </form>
  )
}
