"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { bringInAction } from "./actions"

/** Files are chosen, or dropped onto the field, which every browser takes without a script of ours. */
export function BringInForm({ groupId }: { groupId: string }) {
  const t = useTranslations("imports.bringIn")
  const [state, action] = useActionState(bringInAction, null)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="form">
      {refused ? (
        <ErrorSummary title={t("notRead")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="groupId" value={groupId} />
      <TextField
        name="files"
        type="file"
        multiple
        accept=".txt,.md,.markdown,text/plain,text/markdown"
        label={t("files")}
        hint={t("filesHint")}
        error={refused?.fields?.files}
      />
      <div className="btns">
        <SubmitButton working={t("reading")}>{t("read")}</SubmitButton>
      </div>
    </form>
  )
}
