"use client"

import { type DragEvent, useEffect, useState } from "react"

/** Which row is carried, and before which place it would be put down. */
type Carried = { at: number; to: number }

/** Dragging rows by their handles, for browsers that run script; keys and buttons do the same. */
export function useDragging(carry: (at: number, to: number) => void) {
  const [alive, setAlive] = useState(false)
  const [carried, setCarried] = useState<Carried | null>(null)
  useEffect(() => setAlive(true), [])
  return {
    handle: (place: number) =>
      alive
        ? {
            start: (event: DragEvent) => {
              event.dataTransfer.effectAllowed = "move"
              event.dataTransfer.setData("text/plain", String(place))
              setCarried({ at: place, to: place })
            },
            end: () => setCarried(null),
          }
        : null,
    target: (place: number) => ({
      onDragOver: (event: DragEvent) => {
        if (!carried) return
        event.preventDefault()
        const box = event.currentTarget.getBoundingClientRect()
        const to = event.clientY < box.top + box.height / 2 ? place : place + 1
        if (to !== carried.to) setCarried({ ...carried, to })
      },
      onDrop: (event: DragEvent) => {
        if (!carried) return
        event.preventDefault()
        carry(carried.at, carried.to)
        setCarried(null)
      },
    }),
    /** Where the line is drawn that shows the place. */
    mark: (place: number) =>
      carried?.to === place ? "before" : carried?.to === place + 1 ? "after" : undefined,
  }
}
