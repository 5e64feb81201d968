"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useRef } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { useAnswered } from "@/app/ui/use-answered"
import type { ActionResult } from "@/lib/platform/action"
import { useHand } from "./threads-context"
import type { useTyping } from "./use-typing"

type Act = (before: ActionResult<void> | null, form: FormData) => Promise<ActionResult<void>>
export type Refused = Extract<ActionResult, { ok: false }> | null

/**
 * A small form that does one thing to a thread or a comment, and shows why it was not done. With a
 * `summary` it is folded under it until it is asked for, or was refused.
 */
export function ActForm({
  action: act,
  hidden,
  className = "stack",
  summary,
  open = false,
  typing,
  onSubmit,
  answered,
  children,
}: {
  action: Act
  hidden: Readonly<Record<string, string | number>>
  className?: string
  summary?: string
  /** Whether it is unfolded at first. */
  open?: boolean
  /** Hears what is typed in it. */
  typing?: ReturnType<typeof useTyping>
  onSubmit?: () => void
  /** Called with each answer. */
  answered?: (answer: ActionResult<void>) => void
  children: (refused: Refused) => ReactNode
}) {
  const t = useTranslations("comments")
  const { reread } = useHand()
  const [state, action] = useAnswered(act)
  const told = useRef<unknown>(null)
  useEffect(() => {
    // A refusal, too, says that something is other than this page shows it.
    if (!state || told.current === state) return
    told.current = state
    answered?.(state)
    reread()
  }, [state, reread, answered])
  const refused = state && !state.ok ? state : null
  const content = (
    <form action={action} className={className} noValidate onSubmit={onSubmit} {...typing}>
      {refused ? <ErrorSummary title={t("notDone")} message={refused.message} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      {children(refused)}
    </form>
  )
  if (summary === undefined) return content
  return (
    <details className="act" open={refused !== null || open || undefined}>
      <summary>{summary}</summary>
      {content}
    </details>
  )
}
