"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { ActionResult } from "@/lib/platform/action"

/** Brings an older text back, as a new revision. `base` is the newest that this page knows of. */
export function RestoreForm<Done>({
  action: restore,
  of,
  number,
  base,
}: {
  action: (before: ActionResult<Done> | null, form: FormData) => Promise<ActionResult<Done> | null>
  /** The text, by the name of its field. */
  of: { meetingId: string } | { documentId: string }
  number: number
  base: number
}) {
  const t = useTranslations("minutes.revision")
  const [state, action] = useAnswered(restore)
  return (
    <form action={action} className="stack">
      {state && !state.ok ? (
        <ErrorSummary title={t("notRestored")} message={state.message} />
      ) : null}
      {Object.entries(of).map(([name, id]) => (
        <input key={name} type="hidden" name={name} value={id} />
      ))}
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="base" value={base} />
      <div className="btns">
        <SubmitButton kind="plain" working={t("restoring")}>
          {t("restore")}
        </SubmitButton>
        <span className="small muted">{t("restoreLead")}</span>
      </div>
    </form>
  )
}
