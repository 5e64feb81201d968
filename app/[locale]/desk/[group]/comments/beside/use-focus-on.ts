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
    /** Brings the list into sight. */
    reveal: () => void
  },
): void {
  const { asked, picked, view, reveal } = given
  const done = useRef<unknown>(null)
  useEffect(() => {
    if (!asked) return
    reveal()
    list.current?.querySelector<HTMLElement>("textarea[name=text]")?.focus()
  }, [asked, list, reveal])
  useEffect(() => {
    if (!picked || done.current === picked) return
    if (!view.threads.some(({ id }) => id === picked.id)) return
    done.current = picked
    reveal()
    const thread = document.getElementById(threadMark(picked.id))
    if (picked.takesFocus) thread?.querySelector<HTMLElement>("article")?.focus()
    thread?.scrollIntoView({ block: "nearest" })
  }, [picked, view, reveal])
}
