import type { z } from "zod"

/** What may stand in the shared text of a kind, node by node; `#text` is a run of words. */
export type TextForm = {
  /** What may stand in what; under `#top` what may stand at the top of a part. */
  children: Readonly<Record<string, readonly string[]>>
  /** The attributes of nodes; a node that is not named has none. */
  attributes: Readonly<Record<string, z.ZodType>>
  /** Where a link may lead. */
  leads: (href: string) => boolean
  /** The names that parts of the text may have, and how many parts there may be. */
  isPart: (name: string) => boolean
  mostParts: number
}
