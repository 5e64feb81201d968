import type { Offices } from "../offices/who-held"
import { isHandle } from "./handles"
import { looksLikeName } from "./names"

type Named = { name: string; aliases: string[] }

/** "@twanjiru – Tabitha Wanjiru": who is behind a handle, on a line of its own. */
const ENTRY = /^@([\p{L}\d_.-]{2,40})\s?(?:[:=–—-]|\|)\s([^:@|]{3,60})$/u
/** So many that they are a legend. */
const LEAST = 2

/** The names behind the handles of a text that explains them; empty where it does not. */
export function readLegend(texts: readonly string[]): ReadonlyMap<string, string> {
  const legend = new Map<string, string>()
  for (const text of texts) {
    if (!text.startsWith("@")) continue
    const [, handle = "", name = ""] = ENTRY.exec(text.slice(0, 120).trimEnd()) ?? []
    if (name.includes(" ") && looksLikeName(name)) legend.set(`@${handle.toLowerCase()}`, name)
  }
  return legend.size < LEAST ? new Map() : legend
}

/** People with their names in place of the handles that they are listed by, which stay as aliases. */
export function withoutHandles<T extends Named>(
  people: readonly T[],
  legend: ReadonlyMap<string, string>,
): T[] {
  return people.flatMap((person) => {
    if (!isHandle(person.name)) return [person]
    // Where no handle is explained they are called so.
    if (legend.size === 0) return [{ ...person, name: person.name.slice(1) }]
    const name = legend.get(person.name.toLowerCase())
    return name ? [{ ...person, name, aliases: [...person.aliases, person.name.slice(1)] }] : []
  })
}

/** Gives those who hold an office under a handle their names; who is behind another handle is nobody. */
export function nameHolders(offices: Offices, legend: ReadonlyMap<string, string>): void {
  for (const office of ["hosts", "moderators", "scribes"] as const)
    offices[office] = offices[office].flatMap((each) => {
      const named = legend.size === 0 ? each.value.slice(1) : legend.get(each.value.toLowerCase())
      const value = isHandle(each.value) ? named : each.value
      return value ? [{ ...each, value }] : []
    })
}
