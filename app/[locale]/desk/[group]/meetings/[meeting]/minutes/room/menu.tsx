"use client"

import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"

export type MenuEntry = {
  key: string
  label: string
  run: () => void
  /** For what is one of several states: whether it is the one that holds. */
  checked?: boolean
  /** Why it cannot be done now; it stays in the list and says so. */
  lack?: string | undefined
  /** It opens something that takes the focus; otherwise the focus goes back to the button. */
  takesFocus?: boolean
}

const GAP = 4

/**
 * A button with three dots and the menu behind it (menu button pattern): arrows, Home and End move,
 * a letter finds, Enter and Space do it, Escape and Tab close.
 */
export function Menu({ id, label, entries }: { id: string; label: string; entries: MenuEntry[] }) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLSpanElement>(null)
  const close = (focus: boolean) => {
    setOpen(false)
    if (focus) document.getElementById(id)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" || open) return
    event.preventDefault()
    setOpen(true)
  }
  if (entries.length === 0) return null
  return (
    <span className="item-menu" ref={button}>
      <Button
        type="button"
        id={id}
        kind="quiet"
        small
        icon
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={onKeyDown}
      >
        <Icon name="more" />
      </Button>
      {open ? <List label={label} entries={entries} of={button.current} close={close} /> : null}
    </span>
  )
}

/** Puts the list under its button, or above it where there is no room, and within the window. */
function place(box: HTMLElement, of: HTMLElement): void {
  const from = of.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const isTurned = getComputedStyle(box).direction === "rtl"
  const start = isTurned ? window.innerWidth - from.right : from.left
  const isBelow = from.bottom + GAP + height < window.innerHeight || from.top < height
  const top = isBelow ? from.bottom + GAP : from.top - height - GAP
  const within = (at: number, size: number, room: number) =>
    `${Math.max(GAP, Math.min(at, room - size - GAP))}px`
  box.style.setProperty("--start", within(start, width, window.innerWidth))
  box.style.setProperty("--top", within(top, height, window.innerHeight))
}

function List({
  label,
  entries,
  of,
  close,
}: {
  label: string
  entries: MenuEntry[]
  of: HTMLElement | null
  close: (focus: boolean) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    const box = list.current
    if (!box || !of) return
    // In the top layer, so that neither a pane that scrolls nor a bar that sticks cuts it off.
    box.showPopover?.()
    const follow = () => place(box, of)
    follow()
    box.querySelector<HTMLElement>("[role^=menuitem]")?.focus({ preventScroll: true })
    const leave = ({ target }: Event) => {
      const isInside = target instanceof Node && (box.contains(target) || of.contains(target))
      if (!isInside) latest.current(false)
    }
    document.addEventListener("pointerdown", leave)
    document.addEventListener("scroll", follow, true)
    window.addEventListener("resize", follow)
    return () => {
      document.removeEventListener("pointerdown", leave)
      document.removeEventListener("scroll", follow, true)
      window.removeEventListener("resize", follow)
    }
  }, [of])
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key]
    if (to !== undefined) items[to]?.focus()
    else if (event.key === "Escape" || event.key === "Tab") close(true)
    else if (event.key.length === 1 && event.key !== " ") {
      const letter = event.key.toLowerCase()
      const starts = (item: HTMLElement) =>
        item.textContent?.trim().toLowerCase().startsWith(letter)
      const after = [...items.slice(at + 1), ...items.slice(0, at + 1)]
      after.find(starts)?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className="menu item-acts"
      role="menu"
      tabIndex={-1}
      popover="manual"
      aria-label={label}
      ref={list}
      onKeyDown={onKeyDown}
    >
      {entries.map(({ key, label: words, run, checked, lack, takesFocus }) => (
        <button
          key={key}
          type="button"
          {...(checked === undefined
            ? { role: "menuitem" }
            : { role: "menuitemcheckbox", "aria-checked": checked })}
          aria-disabled={lack ? true : undefined}
          tabIndex={-1}
          onClick={() => {
            if (lack) return
            close(!takesFocus)
            run()
          }}
        >
          {checked ? <Icon name="ok" /> : <span className="i" />}
          <span>
            {words}
            {lack ? <small>{lack}</small> : null}
          </span>
        </button>
      ))}
    </div>
  )
}
