import type { KeyboardEvent } from "react"
import { type Ground, moved, spotAt } from "./cursor"
import type { Acts } from "./use-acts"
import type { Cursor } from "./use-cursor"

type Around = {
  /** A cell is open: keys that still come here are none of the grid's. */
  isOpen: boolean
  ground: Ground
  cursor: Cursor
  acts: Acts
  /** How many lines a page of them is. */
  page: number
  open: (typed: string | null) => void
  /** Keeps the cursor in sight while lines are drawn. */
  show: () => void
  toggleDrawer: () => void
  /** Leads to what waits for a choice, and to the history of the cursor's cell. */
  settle: () => void
  history: () => void
  /** Closes what is open around the table; false where nothing was. */
  dismiss: () => boolean
}

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey"> & {
  getModifierState: (key: "AltGraph") => boolean
}

/**
 * What a key types, however the system reports it: AltGr comes as Ctrl+Alt on some, and Alt gives signs of
 * its own on others. "" where a sign is only begun, by a dead key or an input method; null for no sign.
 */
export function typedBy(event: Pressed): string | null {
  const { key, ctrlKey, metaKey, altKey } = event
  const isCommand = /^[a-z0-9 ]$/i.test(key)
  const isAltGr = event.getModifierState("AltGraph") || (ctrlKey && altKey && !isCommand)
  if (metaKey || (ctrlKey && !isAltGr)) return null
  if (key === "Dead" || key === "Process") return ""
  if ([...key].length !== 1) return null
  const isAscii = (key.codePointAt(0) ?? 0) < 128
  return altKey && !isAltGr && isAscii ? null : key
}

/** What a key of the grid does. Tab is none of its keys: it leaves the table. */
export function heardKey(event: KeyboardEvent, around: Around): void {
  if (around.isOpen) return
  const { key, shiftKey, altKey } = event
  const command = event.ctrlKey || event.metaKey
  const { acts, cursor, ground } = around
  const typed = typedBy(event)
  // What is being composed is left to the browser: it goes on in the field that opens.
  if (typed === "") {
    around.open("")
    return
  }
  const isSign = typed !== null && typed.trim() !== ""
  const act = ((): (() => void) | null => {
    const letter = key.toLowerCase()
    if (isSign && (altKey || event.getModifierState("AltGraph"))) return () => around.open(typed)
    if (command && letter === "z") return shiftKey ? acts.redo : acts.undo
    if (command && letter === "y") return acts.redo
    if (command && key === "Enter") return shiftKey ? acts.add : around.toggleDrawer
    if (altKey && key === "ArrowUp") return () => acts.step(-1)
    if (altKey && key === "ArrowDown") return () => acts.step(1)
    if (command || altKey) return null
    if (key === "F8") return around.settle
    if (key === "F2" && shiftKey) return around.history
    if (key === "Enter" || key === "F2") return () => around.open(null)
    if (key === "Delete" || key === "Backspace") return acts.empty
    if (typed !== null) return () => around.open(isSign ? typed : null)
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
  around.show()
}
