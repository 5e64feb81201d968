"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { createGroupAction } from "./actions"
import { GroupFields } from "./group-fields"

export function CreateGroupForm() {
  const t = useTranslations("groups")
  const [state, action] = useAnswered(createGroupAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notCreated")} message={refused.message} fields={refused.fields} />
      ) : null}
      <TextField
        name="slug"
        label={t("slug")}
        hint={t("hint.slug")}
        defaultValue={refused?.entered?.slug ?? ""}
        error={refused?.fields?.slug}
        maxLength={60}
        autoCapitalize="none"
        spellCheck={false}
      />
      <GroupFields values={refused?.entered} errors={refused?.fields} />
      <div className="btns">
        <SubmitButton working={t("creating")}>{t("create")}</SubmitButton>
      </div>
    </form>
  )
}
