"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { ActionResult } from "@/lib/platform/action"

export type ListState = ActionResult<unknown> | null

/** Announces something of the group on its mailing list; said once, it is not said again. */
export function ListForm({
  action: announce,
  name,
  id,
  edition,
  hint,
}: {
  action: (state: ListState, form: FormData) => Promise<ListState>
  /** Of the field that says what it is about. */
  name: string
  id: string
  /** Of an edition its number: exactly this one is announced, and the action answers with it. */
  edition?: number | undefined
  /** What the mail will say, where that is not plain. */
  hint?: string
}) {
  const t = useTranslations("notices.list")
  const [state, action] = useAnswered(announce)
  // What was said of an earlier edition says nothing of this one.
  if (state?.ok && (edition === undefined || state.data === edition))
    return <Notice kind="ok" title={t("done")} announce />
  return (
    <form action={action} className="stack">
      {state && !state.ok ? <ErrorSummary title={t("not")} message={state.message} /> : null}
      <input type="hidden" name={name} value={id} />
      {edition === undefined ? null : <input type="hidden" name="edition" value={edition} />}
      {hint ? <p className="hint">{hint}</p> : null}
      <div className="btns">
        <SubmitButton kind="plain" working={t("working")}>
          {edition === undefined ? t("button") : t("buttonEdition", { edition })}
        </SubmitButton>
      </div>
    </form>
  )
}
