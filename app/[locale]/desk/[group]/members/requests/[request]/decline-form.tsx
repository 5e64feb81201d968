"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { declineRequestAction } from "../../actions"

export function DeclineForm({
  groupId,
  requestId,
  list,
  name,
}: {
  groupId: string
  requestId: string
  list: string
  name: string
}) {
  const t = useTranslations("members")
  const [state, action] = useAnswered(declineRequestAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="panel form" aria-labelledby="decline-head" noValidate>
      <h2 id="decline-head">{t("decline.title")}</h2>
      {refused ? (
        <ErrorSummary title={t("decline.not")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="list" value={list} />
      <TextArea
        name="reason"
        label={t("decline.reason")}
        hint={t("decline.reasonHint", { name })}
        rows={3}
        maxLength={1000}
        defaultValue={refused?.entered?.reason ?? ""}
        error={refused?.fields?.reason}
      />
      <div className="btns">
        <SubmitButton kind="danger" working={t("decline.working")}>
          {t("decline.button")}
        </SubmitButton>
      </div>
    </form>
  )
}
