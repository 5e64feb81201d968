import { z } from "zod"

// What a page and the server say to each other beside the document itself. Pure: used on both sides.

/** The address at which a page opens its line to the server. */
export const livePath = "/live"

/** What a page says of itself before anything else. */
export const hello = z.object({
  /** The form of the text that it knows (the number of its schema). */
  schema: z.int().min(1),
  /** The number under which it writes in the document. */
  client: z.int().min(0),
})

/** A page asks to hear when everything that it sent before this is kept. */
export const asked = z.object({ mark: z.int().min(1) })

/**
 * The server says: all up to that mark is committed, at that instant (ISO 8601); or that something
 * beside the text changed.
 */
export const said = z.union([
  z.object({ mark: z.int(), at: z.iso.datetime() }),
  z.object({ meeting: z.literal("changed") }),
])

/** Why a line is not opened, or is closed. Each has a sentence in the catalogue. */
export const reasons = [
  "signedOut",
  "forbidden",
  "notFound",
  "schema",
  "broken",
  "tooLarge",
  "again",
  "published",
  "inReview",
  "inCorrection",
] as const
export type Reason = (typeof reasons)[number]

/** Which reason a page is given for what keeps a text from being changed (a key under `errors`). */
export const closedReasons: Readonly<Record<string, Reason>> = {
  "meeting.reportPublished": "published",
  "meeting.reportWithdrawn": "published",
  "meeting.inReview": "inReview",
  "meeting.inCorrection": "inCorrection",
}

/** The same over ordinary requests: what a page has and what it brings, in base64. */
export const exchange = z.object({
  schema: z.int().min(1),
  /** What the page has (a state vector), and the newest number that it heard of. */
  state: z.base64().max(200_000),
  seen: z.int().min(-1),
  update: z.base64().max(3_000_000).nullable(),
})

/** What comes back: what the page lacks, what the server has, how far all is kept, what stands beside the text is at. */
export const exchanged = z.union([
  z.object({
    update: z.base64().nullable(),
    /** Null when both are as before. */
    state: z.base64().nullable(),
    last: z.int(),
    at: z.iso.datetime(),
    /** Another one when something beside the text changed. */
    meeting: z.string(),
  }),
  z.object({ refused: z.enum(reasons) }),
])
export type Exchanged = z.infer<typeof exchanged>

/** What is shown of somebody who is here. The server writes it, so that nobody is shown as another. */
export type Presence = {
  user: { id: string; name: string; noteTaker: boolean }
  /** The zone in which they are (IANA), when their page says so. */
  zone?: string
  /** The part in which they write; null for those who read. */
  section?: string | null
}
