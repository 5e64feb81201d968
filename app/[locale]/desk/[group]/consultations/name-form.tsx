"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import type { ActionResult } from "@/lib/platform/action"

export type NameAction = (
  before: ActionResult<object> | null,
  form: FormData,
) => Promise<ActionResult<object>>

/** Says with one press whether one's own comment is published under one's name. */
export function NameForm({
  action: name,
  hidden,
  commentId,
  unnamed,
}: {
  action: NameAction
  hidden: Readonly<Record<string, string>>
  commentId: string
  unnamed: boolean
}) {
  const t = useTranslations("comments.name")
  const [state, action] = useAnswered(name)
  useFreshPage(state?.ok ? state : null)
  const fields = { ...hidden, commentId, to: unnamed ? "named" : "unnamed" }
  return (
    <form action={action}>
      {state && !state.ok ? <ErrorSummary title={t("notDone")} message={state.message} /> : null}
      {Object.entries(fields).map(([field, value]) => (
        <input type="hidden" key={field} name={field} value={value} />
      ))}
      <SubmitButton kind="quiet" small working={t("doing")}>
        {unnamed ? t("undo") : t("do")}
      </SubmitButton>
    </form>
  )
}
