import { type RefObject, useEffect, useRef } from "react"
import type { ThreadsView } from "@/lib/comments/model"
import { threadMark } from "../thread"
import type { Asked } from "./use-commenting"

/** Takes the focus to the form that was asked for, and the eyes, or the focus, to the thread that was picked. */
export function useFocusOn(
  list: RefObject<HTMLElement | null>,
  given: {
    asked: Asked | null
    picked: { id: string; takesFocus: boolean } | null
    view: ThreadsView
  },
): void {
  const { asked, picked, view } = given
  const done = useRef<unknown>(null)
  useEffect(() => {
    if (!asked) return
    // The pane opens with the same press, and nothing in a folded one takes the focus.
    const frame = requestAnimationFrame(() => list.current?.querySelector("textarea")?.focus())
    return () => cancelAnimationFrame(frame)
  }, [asked, list])
  useEffect(() => {
    if (!picked || done.current === picked) return
    if (!view.threads.some(({ id }) => id === picked.id)) return
    done.current = picked
    requestAnimationFrame(() => {
      const thread = document.getElementById(threadMark(picked.id))
      if (picked.takesFocus) thread?.querySelector<HTMLElement>("article")?.focus()
      thread?.scrollIntoView({ block: "nearest" })
    })
  }, [picked, view])
}
