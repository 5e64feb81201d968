/** The groups of the IGF's own statistics, in the order in which they are offered. */
export const stakeholderGroups = [
  "civil-society",
  "government",
  "private-sector",
  "technical-community",
  "intergovernmental",
  "media",
  "youth",
] as const

export type StakeholderGroup = (typeof stakeholderGroups)[number]

/** Where somebody belonged, and as what; days are `YYYY-MM-DD`, both inclusive, open ends are null. */
export type Affiliation = {
  organisation: string
  capacity: string
  since: string | null
  until: string | null
}

/** How long the name of somebody may be, in characters: everywhere the same, so that none is cut on its way. */
export const longestName = 300

/** A name as it is kept: one form of each letter, single spaces, none at the ends. */
export function tidyName(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim()
}

/** Letters that do not come apart into a letter and a mark, and signs that word processors exchange. */
export const foldedLetters = { from: "øłđıʼ’‘`‐‑–—", to: "oldi''''----" }

/** What most names consist of: nothing in it comes apart or is exchanged, but for the accent that stands alone. */
const SIMPLE = /^[\x20-\x5f\x61-\x7e]*$/

const plain = new Map([...foldedLetters.from].map((sign, at) => [sign, foldedLetters.to[at] ?? ""]))

/**
 * A name as it is compared: small letters, without accents. `fold.ts` says the same in SQL, and a
 * test holds the two together.
 */
export function foldName(name: string): string {
  const tidy = tidyName(name)
  if (SIMPLE.test(tidy)) return tidy.toLowerCase()
  const bare = tidy
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
  return [...bare].map((sign) => plain.get(sign) ?? sign).join("")
}

/** The affiliation of a day: the one that had begun and not ended, the latest begun of several. */
export function affiliationOn<A extends Affiliation>(all: readonly A[], day: string): A | null {
  const open = all.filter(
    ({ since, until }) => (since === null || since <= day) && (until === null || until >= day),
  )
  return open.reduce<A | null>(
    (best, each) => (best && (best.since ?? "") >= (each.since ?? "") ? best : each),
    null,
  )
}

/** "Policy adviser, Meridian Institute"; "" when nothing is known. */
export function affiliationText(affiliation: Affiliation | null): string {
  if (!affiliation) return ""
  return [affiliation.capacity, affiliation.organisation].filter(Boolean).join(", ")
}
