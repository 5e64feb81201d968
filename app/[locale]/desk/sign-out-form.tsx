"use client"

import { type FormEvent, type ReactNode, useRef } from "react"

/** Forgetting gets this long, in milliseconds; who wants to leave leaves. */
const patience = 1_000

/** Ends this session. What this device keeps of minutes goes first, but for words that wait here alone. */
export function SignOutForm({
  action,
  children,
}: {
  action: (form: FormData) => Promise<void>
  children: ReactNode
}) {
  const isDone = useRef(false)
  const forget = async (event: FormEvent<HTMLFormElement>) => {
    if (isDone.current) return
    event.preventDefault()
    const form = event.currentTarget
    const forgotten = import("./[group]/live/device-store")
      .then(({ forgetCopies }) => forgetCopies())
      // A browser that keeps nothing has nothing to forget.
      .catch(() => undefined)
    await Promise.race([forgotten, new Promise((resolve) => setTimeout(resolve, patience))])
    isDone.current = true
    form.requestSubmit()
  }
  return (
    <form action={action} onSubmit={(event) => void forget(event)}>
      <input type="hidden" name="which" value="this" />
      {children}
    </form>
  )
}
