"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { Candidate } from "@/lib/members/decide-person"
import { admitRequestAction } from "../../actions"
import { WhichPerson } from "../../which-person"

export function AdmitForm({
  groupId,
  requestId,
  list,
  name,
  candidates,
}: {
  groupId: string
  requestId: string
  list: string
  name: string
  candidates: Candidate[]
}) {
  const t = useTranslations("members")
  const [state, action] = useAnswered(admitRequestAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="panel form" aria-labelledby="admit-head" noValidate>
      <h2 id="admit-head">{t("admit.title")}</h2>
      {refused ? (
        <ErrorSummary title={t("admit.not")} message={refused.message} fields={refused.fields} />
      ) : null}
      <p>{t("admit.text", { name })}</p>
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="list" value={list} />
      {candidates.length > 0 ? (
        <WhichPerson
          candidates={candidates}
          chosen={refused?.entered?.who}
          error={refused?.fields?.who}
        />
      ) : null}
      <div className="btns">
        <SubmitButton working={t("admit.working")}>{t("admit.button")}</SubmitButton>
      </div>
    </form>
  )
}
