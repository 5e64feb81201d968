"use client"

import { useTranslations } from "next-intl"
import { asBefore } from "@/app/ui/answered"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { RadioGroup } from "@/app/ui/radio-group"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { GroupFacts } from "@/lib/groups/model"
import { GroupFields } from "../../groups/group-fields"
import { editGroupAction } from "./actions"
import { TheirText } from "./their-text"

export function SettingsForm({
  group,
}: {
  group: GroupFacts & { id: string; mayDropSecond: boolean }
}) {
  const t = useTranslations("groups")
  const [state, action] = useAnswered(editGroupAction, asBefore)
  const refused = state && !state.ok ? state : null
  const theirs = refused?.data as GroupFacts | undefined
  const revision = theirs?.revision ?? (state?.ok ? state.data.revision : group.revision)
  const values: Record<string, unknown> = refused?.entered ?? group
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
      <RadioGroup
        key={`publishers ${values.publishers}`}
        name="publishers"
        label={t("publishers")}
        hint={group.mayDropSecond ? undefined : t("hint.publishers")}
        defaultValue={String(values.publishers)}
        error={refused?.fields?.publishers}
        choices={[
          { value: "1", label: t("publishersOf.one") },
          { value: "2", label: t("publishersOf.two") },
        ]}
      />
      <TextField
        name="reviewDays"
        type="number"
        min={1}
        max={90}
        label={t("reviewDays")}
        hint={t("hint.reviewDays")}
        defaultValue={String(values.reviewDays)}
        error={refused?.fields?.reviewDays}
      />
      <div className="btns">
        <SubmitButton working={t("saving")}>{theirs ? t("saveMine") : t("save")}</SubmitButton>
      </div>
    </form>
  )
}
