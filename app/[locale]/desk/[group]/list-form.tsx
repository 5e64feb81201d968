"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import type { ActionResult } from "@/lib/platform/action"

export type ListState = ActionResult<unknown> | null

/** Announces something of the group on its mailing list; said once, it is not said again. */
export function ListForm({
  action: announce,
  name,
  id,
}: {
  action: (state: ListState, form: FormData) => Promise<ListState>
  /** Of the field that says what it is about. */
  name: string
  id: string
}) {
  const t = useTranslations("notices.list")
  const [state, action] = useActionState(announce, null)
  if (state?.ok) return <Notice kind="ok" title={t("done")} announce />
  return (
    <form action={action} className="stack">
      {state ? <ErrorSummary title={t("not")} message={state.message} /> : null}
      <input type="hidden" name={name} value={id} />
      <div className="btns">
        <SubmitButton kind="plain" working={t("working")}>
          {t("button")}
        </SubmitButton>
      </div>
    </form>
  )
}
