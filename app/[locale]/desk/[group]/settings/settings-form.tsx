"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import type { GroupFacts } from "@/lib/groups/model"
import { GroupFields } from "../../groups/group-fields"
import { editGroupAction } from "./actions"
import { TheirText } from "./their-text"

export function SettingsForm({ group }: { group: GroupFacts & { id: string } }) {
  const t = useTranslations("groups")
  const [state, action] = useActionState(editGroupAction, null)
  const refused = state && !state.ok ? state : null
  const theirs = refused?.code === "conflict" ? (refused.data as GroupFacts) : null
  const revision = theirs?.revision ?? (state?.ok ? state.data.revision : group.revision)
  return (
    <form action={action} className="form" noValidate>
      {state?.ok ? <Notice kind="ok" title={t("saved")} announce /> : null}
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={refused.fields} />
      ) : null}
      {theirs ? <TheirText theirs={theirs} /> : null}
      <input type="hidden" name="groupId" value={group.id} />
      <input type="hidden" name="revision" value={revision} />
      <GroupFields values={refused?.entered ?? group} errors={refused?.fields} />
      <TextField
        name="mailingList"
        type="email"
        label={t("mailingList")}
        hint={t("hint.mailingList")}
        defaultValue={(refused?.entered ?? group).mailingList ?? ""}
        error={refused?.fields?.mailingList}
        maxLength={254}
        optional
      />
      <div className="btns">
        <SubmitButton working={t("saving")}>{theirs ? t("saveMine") : t("save")}</SubmitButton>
      </div>
    </form>
  )
}
