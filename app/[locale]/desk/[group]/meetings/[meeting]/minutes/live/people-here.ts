import { useSyncExternalStore } from "react"
import type { Awareness } from "y-protocols/awareness"
import type { Presence } from "@/lib/minutes/live/protocol"

export type Person = Presence["user"]

/** Somebody who is here, once for every open page. */
export type Here = Person & { client: number; zone: string | null; section: string | null }

/** One of the six colours of those who are here; the same for a person everywhere. */
export function tint(personId: string): string {
  let sum = 0
  for (const letter of personId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973
  return `w${(sum % 6) + 1}`
}

/** The first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("")
}

function readHere(awareness: Awareness): Here[] {
  const here: Here[] = []
  for (const [client, state] of awareness.getStates()) {
    const { user, zone, section } = state as Partial<Presence>
    if (client === awareness.clientID || !user) continue
    here.push({ ...user, client, zone: zone ?? null, section: section ?? null })
  }
  return here.sort((a, b) => a.name.localeCompare(b.name) || a.client - b.client)
}

/** Everybody else who has these minutes open, by name. */
export function usePeopleHere(awareness: Awareness): Here[] {
  const text = useSyncExternalStore(
    (changed) => {
      awareness.on("update", changed)
      return () => awareness.off("update", changed)
    },
    // Moving a caret changes nothing here: only another text makes the page draw anew.
    () => JSON.stringify(readHere(awareness)),
  )
  return JSON.parse(text)
}
