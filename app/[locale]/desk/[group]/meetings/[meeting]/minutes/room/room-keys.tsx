"use client"

import { useEffect, useRef } from "react"
import { useRoomInHand } from "./room-context"
import { menuId } from "./title-form"

/**
 * Keys that hold on the whole page, with Alt and Shift: N goes on to the next item, R leads to the
 * room and back, M opens the menu of the item in which one writes, I adds an item below it.
 */
export function RoomKeys({ current }: { current: string | null }) {
  const inHand = useRoomInHand()
  const latest = useRef({ inHand, current })
  latest.current = { inHand, current }
  const before = useRef<Element | null>(null)
  useEffect(() => {
    const toRoom = () => {
      const pane = document.getElementById("room")
      if (pane?.contains(document.activeElement)) {
        if (before.current instanceof HTMLElement) before.current.focus()
        return
      }
      before.current = document.activeElement
      if (pane && !pane.checkVisibility()) window.location.hash = "room"
      const first = pane?.querySelector<HTMLElement>("#find-person, [data-seat]")
      first?.focus()
    }
    const onItem = (doIt: (itemId: string) => void) => {
      const id = latest.current.current
      const known = latest.current.inHand?.room.agenda.some((item) => item.id === id)
      if (id && known) doIt(id)
    }
    const keys: Record<string, () => void> = {
      n: () => {
        const { inHand: held } = latest.current
        if (held?.room.may.clock) void held.acts?.goTo(null)
      },
      r: toRoom,
      m: () => onItem((id) => document.getElementById(menuId(id, "minutes"))?.click()),
      i: () =>
        onItem((itemId) => {
          const { inHand: held } = latest.current
          if (held?.room.may.agenda) held.edit?.({ itemId, at: "minutes", what: "below" })
        }),
    }
    const onKey = (event: KeyboardEvent) => {
      const act = keys[event.code.replace(/^Key/, "").toLowerCase()]
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || !act) return
      if (!latest.current.inHand?.acts) return
      event.preventDefault()
      act()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [])
  return null
}
