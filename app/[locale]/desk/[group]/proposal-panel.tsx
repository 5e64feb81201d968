"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { useNewest } from "@/app/ui/newest-answer"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { ActionResult } from "@/lib/platform/action"

type Answer = ActionResult<unknown> | null
type Action = (before: Answer, form: FormData) => Promise<Answer>
/** What a form sends, in order; a name may stand several times. */
type Fields = readonly (readonly [name: string, value: string])[]

/**
 * What another co-chair sees of a proposal: what it would do (`children`), the press that does it, and the one
 * that puts it aside. Whoever proposed can only take it back, and one that counts no more can only go.
 */
export function ProposalPanel({
  title,
  hint,
  notDone,
  own,
  stale,
  does,
  drops,
  children,
}: {
  title: string
  hint: string
  /** Says above a refusal that nothing was done. */
  notDone: string
  own: boolean
  /** Whether something changed since, so that it can only be proposed anew. */
  stale: boolean
  does: {
    action: Action
    fields: Fields
    label: string
    working: string
    kind?: "primary" | "danger"
  }
  drops: { action: Action; fields: Fields }
  children: ReactNode
}) {
  const t = useTranslations("reviews.proposal")
  const [done, run] = useAnswered(does.action)
  const [dropped, drop] = useAnswered(drops.action)
  const refused = useNewest([done, dropped])
  return (
    <section className="panel pad stack" aria-labelledby="proposal">
      <h2 id="proposal">{title}</h2>
      {refused && !refused.ok ? (
        <ErrorSummary title={notDone} message={refused.message} fields={refused.fields} />
      ) : null}
      {children}
      <p className="hint">{hint}</p>
      <div className="btns">
        {own || stale ? null : (
          <form action={run}>
            <Hidden fields={does.fields} />
            <SubmitButton kind={does.kind ?? "primary"} working={does.working}>
              {does.label}
            </SubmitButton>
          </form>
        )}
        <form action={drop}>
          <Hidden fields={drops.fields} />
          <SubmitButton kind="plain" working={t("dropping")}>
            {t(own ? "drop" : "decline")}
          </SubmitButton>
        </form>
      </div>
    </section>
  )
}

const Hidden = ({ fields }: { fields: Fields }) =>
  fields.map(([name, value]) => (
    <input type="hidden" key={`${name} ${value}`} name={name} value={value} />
  ))
