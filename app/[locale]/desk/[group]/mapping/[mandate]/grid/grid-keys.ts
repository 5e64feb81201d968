import type { KeyboardEvent } from "react"
import { type Ground, moved, spotAt } from "./cursor"
import type { Acts } from "./use-acts"
import type { Cursor } from "./use-cursor"

type Around = {
  ground: Ground
  cursor: Cursor
  acts: Acts
  /** How many lines a page of them is. */
  page: number
  open: (typed: string | null) => void
  show: (line: number) => void
  toggleDrawer: () => void
  /** Closes what is open around the table; false where nothing was. */
  dismiss: () => boolean
}

/** What a key of the grid does. Tab is none of its keys: it leaves the table. */
export function heardKey(event: KeyboardEvent, around: Around): void {
  const { key, shiftKey, altKey } = event
  const command = event.ctrlKey || event.metaKey
  const { acts, cursor, ground } = around
  const act = ((): (() => void) | null => {
    const letter = key.toLowerCase()
    if (command && letter === "z") return shiftKey ? acts.redo : acts.undo
    if (command && letter === "y") return acts.redo
    if (command && key === "Enter") return shiftKey ? acts.add : around.toggleDrawer
    if (altKey && key === "ArrowUp") return () => acts.step(-1)
    if (altKey && key === "ArrowDown") return () => acts.step(1)
    if (command || altKey) return null
    if (key === "Enter" || key === "F2") return () => around.open(null)
    if (key === "Delete" || key === "Backspace") return acts.empty
    if ([...key].length === 1) return () => around.open(key === " " ? null : key)
    return null
  })()
  if (act) {
    event.preventDefault()
    act()
    return
  }
  if (key === "Escape" && (around.dismiss() || cursor.isRange)) {
    event.preventDefault()
    cursor.clearRange()
    return
  }
  if (altKey) return
  const rightToLeft = getComputedStyle(event.currentTarget).direction === "rtl"
  const to = moved(cursor.at, { key, far: command, page: around.page, rightToLeft }, ground)
  const spot = to && spotAt(to, ground)
  if (!spot) return
  event.preventDefault()
  cursor.put(spot, { extend: shiftKey })
  around.show(to.line)
}
