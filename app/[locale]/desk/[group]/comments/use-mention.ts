"use client"

import { type KeyboardEvent, type RefObject, useMemo, useState } from "react"
import type { ThreadsView } from "@/lib/comments/model"
import { foldName } from "@/lib/people/model"

type Person = ThreadsView["people"][number]

const most = 6

/** What is being typed behind an `@` at the caret, and where the `@` stands; null when nothing is. */
function begun(area: HTMLTextAreaElement): { from: number; word: string } | null {
  const before = area.value.slice(0, area.selectionStart)
  const from = before.lastIndexOf("@")
  const word = before.slice(from + 1)
  if (from < 0 || word.length > 40 || word.includes("\n")) return null
  return /[\p{L}\p{N}]$/u.test(before.slice(0, from)) ? null : { from, word }
}

/** Offers the people whom `@` and the letters behind it may mean, and puts the chosen one there. */
export function useMention(
  area: RefObject<HTMLTextAreaElement | null>,
  people: readonly Person[],
): {
  offered: Person[]
  at: number
  look: () => void
  close: () => void
  take: (person: Person) => void
  onKeyDown: (event: KeyboardEvent) => void
} {
  const [typed, setTyped] = useState<{ from: number; word: string } | null>(null)
  const [at, setAt] = useState(0)
  const offered = useMemo(() => {
    if (!typed) return []
    const wanted = foldName(typed.word)
    const fits = ({ name }: Person) =>
      ` ${foldName(name).replaceAll("-", " ")}`.includes(` ${wanted.replaceAll("-", " ")}`)
    const found = people.filter(fits).slice(0, most)
    return found.some(({ name }) => foldName(name) === wanted) ? [] : found
  }, [typed, people])
  const look = () => {
    setTyped(area.current && begun(area.current))
    setAt(0)
  }
  const take = ({ name }: Person) => {
    const field = area.current
    const now = field && begun(field)
    setTyped(null)
    if (!field || !now) return
    field.setRangeText(`@${name} `, now.from, field.selectionStart, "end")
    field.dispatchEvent(new Event("input", { bubbles: true }))
    field.focus()
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const person = offered[at]
    if (!person) return
    if (event.key === "ArrowDown") setAt((at + 1) % offered.length)
    else if (event.key === "ArrowUp") setAt((at + offered.length - 1) % offered.length)
    else if (event.key === "Enter" || event.key === "Tab") take(person)
    else if (event.key === "Escape") setTyped(null)
    else return
    event.preventDefault()
  }
  return { offered, at, look, close: () => setTyped(null), take, onKeyDown }
}
