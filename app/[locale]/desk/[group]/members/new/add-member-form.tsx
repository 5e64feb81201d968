"use client"

import { useTranslations } from "next-intl"
import { asBefore } from "@/app/ui/answered"
import { Checkbox } from "@/app/ui/checkbox"
import { ErrorSummary } from "@/app/ui/error-summary"
import { RadioGroup } from "@/app/ui/radio-group"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { Candidate } from "@/lib/members/decide-person"
import { roles } from "@/lib/members/model"
import { longestName, stakeholderGroups } from "@/lib/people/model"
import { addMemberAction } from "../actions"
import { WhichPerson } from "../which-person"

export function AddMemberForm({
  groupId,
  list,
  locale,
}: {
  groupId: string
  list: string
  locale: string
}) {
  const t = useTranslations("members")
  const people = useTranslations("people")
  const [state, action] = useAnswered(addMemberAction, asBefore)
  const refused = state && !state.ok ? state : null
  const candidates = Array.isArray(refused?.data) ? (refused.data as Candidate[]) : []
  const field = (name: "name" | "email" | "organisation" | "capacity") => ({
    name,
    label: t(`column.${name}`),
    defaultValue: refused?.entered?.[name] ?? "",
    error: refused?.fields?.[name],
  })
  return (
    <form action={action} className="form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notAdded")} message={refused.message} fields={refused.fields} />
      ) : null}
      {candidates.length > 0 ? (
        <WhichPerson
          candidates={candidates}
          chosen={refused?.entered?.who}
          error={refused?.fields?.who}
        />
      ) : null}
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="locale" value={locale} />
      <TextField {...field("name")} autoComplete="off" maxLength={longestName} />
      <TextField
        {...field("email")}
        type="email"
        autoComplete="off"
        hint={t("hint.email")}
        optional
      />
      <TextField {...field("organisation")} maxLength={200} optional />
      <TextField {...field("capacity")} hint={t("hint.capacity")} maxLength={200} optional />
      <SelectField
        name="stakeholderGroup"
        label={people("stakeholderGroup")}
        defaultValue={refused?.entered?.stakeholderGroup ?? ""}
        optional
        choices={[
          { value: "", label: people("notSaid") },
          ...stakeholderGroups.map((value) => ({ value, label: people(`stakeholders.${value}`) })),
        ]}
      />
      <RadioGroup
        name="role"
        label={t("column.role")}
        defaultValue={refused?.entered?.role ?? "member"}
        choices={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      <Checkbox
        name="invite"
        label={t("invite")}
        hint={t("hint.invite")}
        defaultChecked={refused ? refused.entered?.invite === "on" : true}
      />
      <div className="btns">
        <SubmitButton working={t("adding")}>{t("add")}</SubmitButton>
      </div>
    </form>
  )
}
