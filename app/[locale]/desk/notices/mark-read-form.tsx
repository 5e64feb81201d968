"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { markNoticesReadAction } from "./actions"

/** Marks one notice as read, or everything up to what the list shows. */
export function MarkReadForm({
  noticeId,
  upto,
  about,
}: {
  noticeId?: string
  /** ISO 8601. */
  upto?: string
  /** What the notice says, for who cannot see where the button stands. */
  about?: string
}) {
  const t = useTranslations("notices")
  const [state, action] = useAnswered(markNoticesReadAction)
  return (
    <form action={action}>
      {state && !state.ok ? <ErrorSummary title={t("notMarked")} message={state.message} /> : null}
      {noticeId ? <input type="hidden" name="noticeId" value={noticeId} /> : null}
      {upto ? <input type="hidden" name="upto" value={upto} /> : null}
      <SubmitButton
        kind={noticeId ? "quiet" : "plain"}
        small={noticeId !== undefined}
        working={t("marking")}
      >
        {noticeId ? t("markOne") : t("markAll")}
        {about ? <span className="vh">{`: ${about}`}</span> : null}
      </SubmitButton>
    </form>
  )
}
