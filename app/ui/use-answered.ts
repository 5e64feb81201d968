"use client"

import { useTranslations } from "next-intl"
import { useActionState, useEffect, useRef } from "react"
import type { ActionResult } from "@/lib/platform/action"
import { answered, type Held } from "./answered"

/**
 * `useActionState` for every form: where no answer comes, the form stays with its words, also with those
 * typed since it was sent, and says so. On the server it is the action itself, so that the form works
 * before its script.
 *
 * @param held what the form goes on to show beside its fields then; nothing, unless said.
 */
export function useAnswered<Data>(
  act: (before: ActionResult<Data> | null, form: FormData) => Promise<ActionResult<Data> | null>,
  held?: Held<Data>,
): [ActionResult<Data> | null, (form: FormData) => void, boolean] {
  const t = useTranslations("errors")
  const words = {
    noAnswer: { filled: t("noAnswer"), press: t("noAnswerToPress") },
    failed: { filled: t("failed"), press: t("failedAtPress") },
    file: t("chooseAgain"),
  }
  const pressed = useRef<HTMLFormElement | null>(null)
  const forms = useRef(new WeakMap<FormData, HTMLFormElement>())
  useEffect(() => {
    // Heard before the action is called, which is told the words of the form and not the form.
    const hear = (event: SubmitEvent) => {
      pressed.current = event.target as HTMLFormElement
    }
    window.addEventListener("submit", hear, true)
    return () => window.removeEventListener("submit", hear, true)
  }, [])
  const isServer = typeof window === "undefined"
  const formOf = (form: FormData) => forms.current.get(form) ?? null
  const [state, send, isPending] = useActionState(
    isServer ? act : answered(act, words, formOf, held),
    null,
  )
  const press = (form: FormData) => {
    if (pressed.current) forms.current.set(form, pressed.current)
    send(form)
  }
  return [state, isServer ? send : press, isPending]
}
