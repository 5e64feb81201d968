/** What may stand on a ledger. */
export const entryKinds = ["report", "document", "compendium", "edition"] as const
export type EntryKind = (typeof entryKinds)[number]

/** The form of an entry; a reader that meets a higher one must refuse it. */
export const ENTRY_SCHEMA = 1

/** One published version on the ledger of its group. `at` is an instant in UTC, to the millisecond. */
export type Entry = {
  position: number
  kind: EntryKind
  /** Where it was published, below the group ("meetings/7/v1"). */
  address: string
  /** SHA-256 of the version's canonical form. */
  sha256: string
  /** The hash of the entry before; null for the first. */
  previous: string | null
  at: Date
}

/** What an entry's hash is made over, in canonical form. */
export function sealedEntry({ position, kind, address, sha256, previous, at }: Entry) {
  return {
    ...{ schema: ENTRY_SCHEMA, position, kind, address, sha256, previous },
    at: at.toISOString(),
  }
}

/** Where versions are published, below their group. */
export const addressOf = {
  report: (number: number, version: number) => `meetings/${number}/v${version}`,
  document: (slug: string, version: number) => `documents/${slug}/v${version}`,
  compendium: (slug: string, version: number) => `consultations/${slug}/compendium/v${version}`,
  edition: (mandate: string, number: number) => `mapping/${mandate}/editions/${number}`,
}

/** A hash in groups of eight, so that two can be compared by eye. */
export const readableHash = (hash: string): string => hash.replace(/(.{8})(?=.)/g, "$1 ")

/** How many entries of a ledger one page shows; `ledger.json` holds all of them. */
export const entriesShown = 100

/** Where an entry stands on the page of its ledger, however many follow: pages begin at full hundreds. */
export const entryPath = (slug: string, position: number): string =>
  `/${slug}/record?to=${Math.ceil(position / entriesShown) * entriesShown}#e${position}`
