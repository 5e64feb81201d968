/** What a feed may tell. `number` is a meeting's. */
export type Happening =
  | { kind: "published"; number: number; title: string; version: number; agenda: string[] }
  | { kind: "corrected"; number: number; title: string; version: number; reason: string }
  | { kind: "withdrawn"; number: number; title: string; version: number; reason: string }
  | { kind: "archive"; count: number; first: number; last: number }
  | { kind: "document"; title: string; version: number; name: string; note: string }
  | { kind: "edition"; title: string; edition: number; note: string }
  | { kind: "compendium"; title: string; version: number }
  | { kind: "consultationOpened"; title: string; closesAt: Date }
  | { kind: "consultationClosed"; title: string }
  | { kind: "consultationCancelled"; title: string; reason: string }
  | { kind: "reviewOpened"; number: number; closesAt: Date }
  | { kind: "reviewClosed"; number: number }

export type FeedEntry = {
  /** A UUID that stays the same for ever. */
  id: string
  at: Date
  /** Where it is read, without language and origin. */
  path: string
  happening: Happening
  /** Hash of its entry on the group's ledger, in hexadecimal; null for what stands on none. */
  hash: string | null
}

export type PublicFeed = {
  group: { id: string; slug: string; shortName: string; name: string; createdAt: Date }
  /** The newest first. */
  entries: FeedEntry[]
  /** The head of the group's ledger; null while nothing stands on it. */
  head: { position: number; hash: string } | null
  /** The address of the portal, without a slash at its end. */
  origin: string
  /** When the clock alone will add an entry. */
  until: Date | null
}

/** How many entries a feed holds; all that was ever published is on the group's pages and in the API. */
export const longestFeed = 100
