"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { endMembershipAction } from "../actions"

/** Ends a membership. It can be begun again, so the consequence in words is enough of a question. */
export function EndForm({
  groupId,
  personId,
  name,
  list,
}: {
  groupId: string
  personId: string
  name: string
  list: string
}) {
  const t = useTranslations("members")
  const [state, action] = useAnswered(endMembershipAction)
  return (
    <form action={action} className="panel form" aria-labelledby="end-head">
      <h2 id="end-head">{t("end.title")}</h2>
      {state && !state.ok ? <ErrorSummary title={t("end.not")} message={state.message} /> : null}
      <p>{t("end.text", { name })}</p>
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="list" value={list} />
      <div className="btns">
        <SubmitButton kind="danger" working={t("end.working")}>
          {t("end.button")}
        </SubmitButton>
      </div>
    </form>
  )
}
