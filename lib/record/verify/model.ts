/** Something that is not as it was published: where, and what differs, in words for an operator. */
export type Difference = { where: string; what: string }

/** What was looked at, and all that differs. The record is sound when nothing does. */
export type Verification = {
  groups: number
  entries: number
  reports: number
  documents: number
  compendia: number
  editions: number
  names: number
  erased: number
  files: number
  /** The newest entry of each group. */
  heads: { group: string; position: number; hash: string }[]
  differences: Difference[]
}
