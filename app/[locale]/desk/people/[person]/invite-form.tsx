"use client"

import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { RadioGroup } from "@/app/ui/radio-group"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { PersonRecord } from "@/lib/people/queries"
import { invitePersonAction } from "../actions"

/** Gives a person an account, makes them a member of a group, or both. */
export function InviteForm({
  person,
  groups,
  locale,
}: {
  person: PersonRecord
  groups: { id: string; shortName: string }[]
  locale: string
}) {
  const t = useTranslations("people")
  const roles = useTranslations("members.role")
  const [state, action] = useAnswered(invitePersonAction)
  const refused = state && !state.ok ? state : null
  const entered = refused?.entered
  const hasAccount = person.account.email !== null
  return (
    <form action={action} className="panel form" aria-labelledby="invite-head" noValidate>
      <h2 id="invite-head">{t("invite.title")}</h2>
      {state?.ok ? <Notice kind="ok" title={t("invite.done")} announce /> : null}
      {refused ? (
        <ErrorSummary title={t("invite.not")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="personId" value={person.id} />
      <input type="hidden" name="locale" value={locale} />
      {hasAccount ? null : (
        <TextField
          name="email"
          type="email"
          label={t("field.email")}
          hint={t("hint.email")}
          autoComplete="off"
          defaultValue={entered?.email ?? ""}
          error={refused?.fields?.email}
          optional
        />
      )}
      <SelectField
        name="groupId"
        label={t("invite.group")}
        defaultValue={entered?.groupId ?? ""}
        error={refused?.fields?.groupId}
        optional
        choices={[
          { value: "", label: t("invite.noGroup") },
          ...groups.map(({ id, shortName }) => ({ value: id, label: shortName })),
        ]}
      />
      <RadioGroup
        name="role"
        label={t("invite.role")}
        defaultValue={entered?.role ?? "member"}
        choices={(["member", "co-chair"] as const).map((role) => ({
          value: role,
          label: roles(role),
        }))}
      />
      <Checkbox
        name="tell"
        label={t("invite.tell")}
        defaultChecked={entered ? entered.tell === "on" : true}
      />
      <div className="btns">
        <SubmitButton kind="plain" working={t("invite.working")}>
          {t("invite.button")}
        </SubmitButton>
      </div>
    </form>
  )
}
