"use client"

import { type RefObject, useEffect, useRef } from "react"
import { type TextRef, type ThreadsView, textIdOf } from "@/lib/comments/model"
import { markReadAction } from "./actions"

/** How long a comment must have been in sight before it counts as read, and marks are gathered. */
const settle = 1_000

/**
 * Notes what was read: a fresh comment that was in sight. The mark goes up to the last comment before
 * which every fresh one was seen, so nothing that lies on another page counts as read. Of the threads of
 * a consultation alone, the mark is about these.
 */
export function useReading(
  list: RefObject<HTMLElement | null>,
  view: ThreadsView,
  on: TextRef | null,
  consultationId?: string,
): void {
  const seen = useRef(new Set<number>())
  const marked = useRef(view.since)
  useEffect(() => {
    if (!on || !list.current) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const mark = () => {
      const upto = readUpTo(view, seen.current)
      if (upto <= marked.current) return
      marked.current = upto
      const form = new FormData()
      form.set("on.kind", on.kind)
      form.set("on.id", textIdOf(on))
      if (consultationId) form.set("consultation", consultationId)
      form.set("seq", String(upto))
      void markReadAction(null, form).catch(() => undefined)
    }
    const watcher = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting && target instanceof HTMLElement)
          seen.current.add(Number(target.dataset.fresh))
      }
      clearTimeout(timer)
      timer = setTimeout(mark, settle)
    })
    for (const comment of list.current.querySelectorAll("[data-fresh]")) watcher.observe(comment)
    return () => {
      watcher.disconnect()
      clearTimeout(timer)
    }
  }, [list, view, on, consultationId])
}

function readUpTo({ fresh, last, since }: ThreadsView, seen: ReadonlySet<number>): number {
  const inOrder = fresh.map(({ seq }) => seq).sort((a, b) => a - b)
  const missed = inOrder.find((seq) => !seen.has(seq))
  if (missed === undefined) return inOrder.length > 0 ? last : since
  return inOrder.findLast((seq) => seq < missed) ?? since
}
