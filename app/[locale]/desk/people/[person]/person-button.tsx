"use client"

import type { ReactNode } from "react"
import type { ButtonKind } from "@/app/ui/button"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { ActionResult } from "@/lib/platform/action"

type Named = ActionResult<{ name: string }>

/** One act on a person's account or role, as a form of one button. */
export function PersonButton({
  action: change,
  personId,
  values = {},
  kind = "plain",
  failed,
  working,
  children,
}: {
  action: (state: Named | null, form: FormData) => Promise<Named>
  personId: string
  values?: Record<string, string>
  kind?: ButtonKind
  failed: string
  working: string
  children: ReactNode
}) {
  const [state, action] = useAnswered(change)
  return (
    <form action={action} className="stack">
      {state && !state.ok ? <ErrorSummary title={failed} message={state.message} /> : null}
      <input type="hidden" name="personId" value={personId} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <SubmitButton kind={kind} small working={working}>
          {children}
        </SubmitButton>
      </div>
    </form>
  )
}
