"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { MemberRole } from "@/lib/members/model"
import { changeRoleAction } from "../actions"

/** Makes a member co-chair, or a co-chair member. */
export function RoleForm({
  groupId,
  personId,
  name,
  role,
}: {
  groupId: string
  personId: string
  name: string
  role: MemberRole
}) {
  const t = useTranslations("members")
  const [state, action] = useAnswered(changeRoleAction)
  const next: MemberRole = role === "co-chair" ? "member" : "co-chair"
  return (
    <form action={action} className="panel form" aria-labelledby="role-head">
      <h2 id="role-head">{t("column.role")}</h2>
      {state && !state.ok ? <ErrorSummary title={t("notChanged")} message={state.message} /> : null}
      {state?.ok ? (
        <Notice kind="ok" title={t("changed", { role: t(`role.${role}`) })} announce />
      ) : null}
      <p>{t(`roleNow.${role}`, { name })}</p>
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="role" value={next} />
      <div className="btns">
        <SubmitButton kind="plain" working={t("changing")}>
          {t(`make.${next}`)}
        </SubmitButton>
      </div>
    </form>
  )
}
