"use client"

import { type RefObject, useEffect, useRef } from "react"

/**
 * After a press that was kept the page stays where it is: the focus goes to the finding or question
 * that now stands in the place of the one that was answered, else to the head of its list. `state` is
 * another one whenever something was kept.
 */
export function useKeepPlace(form: RefObject<HTMLFormElement | null>, state: string) {
  const pressed = useRef<{ of: string; at: number } | null>(null)
  const shown = useRef(state)
  useEffect(() => {
    if (shown.current === state) return
    shown.current = state
    const place = pressed.current
    if (!place || !form.current) return
    pressed.current = null
    const all = form.current.querySelectorAll<HTMLElement>(place.of)
    const head = place.of === ".ask" ? "people" : "findings"
    const next =
      all[Math.min(place.at, all.length - 1)] ??
      document.getElementById(head) ??
      document.getElementById("got")
    const fold = next?.closest("details")
    if (fold) fold.open = true
    next?.focus({ preventScroll: true })
  }, [form, state])
  return (event: { nativeEvent: Event }) => {
    const button = (event.nativeEvent as SubmitEvent).submitter
    const of = button?.closest(".ask") ? ".ask" : ".finding"
    const all = [...(form.current?.querySelectorAll(of) ?? [])]
    const own = button?.closest(of)
    pressed.current = own ? { of, at: all.indexOf(own) } : null
  }
}
