"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import type { ActionResult } from "@/lib/platform/action"

export type SendKept = {
  action: (before: ActionResult<object> | null, form: FormData) => Promise<ActionResult<object>>
  hidden: Readonly<Record<string, string>>
}

/** Files one's own words that came when none were taken, as they were sent, with one press. */
export function SendKeptForm({ send, draftId }: { send: SendKept; draftId: string }) {
  const t = useTranslations("consultations.own")
  const [state, action] = useAnswered(send.action)
  useFreshPage(state?.ok ? state : null)
  const refused = state && !state.ok ? state : null
  // It has no field at which a message could stand: the words are as they were sent.
  const why = refused ? (Object.values(refused.fields ?? {})[0] ?? refused.message) : undefined
  return (
    <form action={action} className="stack">
      {refused ? <ErrorSummary title={t("notSentKept")} message={why} /> : null}
      {Object.entries({ ...send.hidden, draftId }).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      <div className="btns">
        <SubmitButton kind="plain" small working={t("sendingKept")}>
          {t("sendKept")}
        </SubmitButton>
      </div>
    </form>
  )
}
