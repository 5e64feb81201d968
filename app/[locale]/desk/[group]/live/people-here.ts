import { useSyncExternalStore } from "react"
import type { Awareness } from "y-protocols/awareness"
import type { Presence } from "@/lib/live/protocol"

export type Person = Presence["user"]

/** Somebody who is here, once for every open page. */
export type Here = Person & { client: number; zone: string | null; section: string | null }

/** How many colours there are for those who are here. */
const colours = 6

/**
 * The colour of each of those who are here, the same on every page: the one that their id asks for, or
 * the next that nobody has.
 */
export function tintsOf(personIds: Iterable<string>): ReadonlyMap<string, string> {
  const tints = new Map<string, string>()
  const taken = new Set<number>()
  for (const id of [...new Set(personIds)].sort()) {
    let colour = 0
    for (const letter of id) colour = (colour * 31 + (letter.codePointAt(0) ?? 0)) % 9_973
    colour %= colours
    while (taken.has(colour) && taken.size < colours) colour = (colour + 1) % colours
    taken.add(colour)
    tints.set(id, `w${colour + 1}`)
  }
  return tints
}

/** The colour of somebody among all who have a document open. */
export function tintIn(awareness: Awareness, personId: string): string {
  const ids = [...awareness.getStates().values()].flatMap(
    (state) => (state as Partial<Presence>).user?.id ?? [],
  )
  return tintsOf([...ids, personId]).get(personId) ?? "w1"
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
