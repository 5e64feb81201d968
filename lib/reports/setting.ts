/** A meeting beside the one that is read. */
export interface Neighbour {
  number: number
  startsAt: Date
  state: "published" | "planned"
}

/** What stands around a published version and is not part of it: it may change, the version may not. */
export interface ReportSetting {
  /** Address of the portal without a slash at the end, for citing. */
  origin: string
  /** All versions of this report, the newest first. */
  versions: readonly { version: number; publishedAt: Date }[]
  /** SHA-256 of the published content, in hexadecimal. */
  sha256: string
  /** Where this version stands on its group's ledger; null before it was taken in. */
  entry: { position: number; hash: string } | null
  previous: Neighbour | null
  next: Neighbour | null
  /** When what stands around the report changes by itself, because the next call will be over. */
  until: Date | null
}
