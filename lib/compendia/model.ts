import { z } from "zod"
import { dispositions } from "@/lib/comments/model"
import { consultationAudiences } from "@/lib/consultations/model"
import { stakeholderGroups } from "@/lib/people/model"

/** The form of what is stored; a reader that meets a higher one must refuse it. */
export const COMPENDIUM_SCHEMA = 1

const instant = z.iso.datetime()

/** Who made a comment. Whoever asked not to be named is only their stakeholder group, or nothing at all. */
const author = z.discriminatedUnion("named", [
  z.object({
    named: z.literal(true),
    name: z.string(),
    /** Where they belonged on the day of the comment, and as what. */
    organisation: z.string(),
    stakeholderGroup: z.enum(stakeholderGroups).nullable(),
  }),
  z.object({ named: z.literal(false), stakeholderGroup: z.enum(stakeholderGroups).nullable() }),
])

const comment = z.object({
  by: author,
  at: instant,
  late: z.boolean(),
  /** "" of a comment that a co-chair hid. */
  words: z.string(),
  proposal: z.string().nullable(),
  /** Why it is hidden; whoever made it is not named then. */
  hidden: z.object({ reason: z.string() }).optional(),
})

/** One thread: what it was about, what was said, what became of it and why. */
const entry = z.object({
  number: z.number().int().positive(),
  text: z.string(),
  section: z.string(),
  quote: z.string(),
  lost: z.boolean(),
  /** The row of an edition of a mapping that it was about: the path of its page, without language. */
  row: z
    .object({
      number: z.number().int().positive(),
      edition: z.number().int().positive(),
      address: z.string(),
    })
    .optional(),
  /** Null where every comment is hidden, and nobody decided on the thread. */
  disposition: z.enum(dispositions).nullable(),
  reason: z.string(),
  comments: z.array(comment).min(1),
})

/** What is published of a consultation, once and for ever. Instants are ISO 8601 in UTC. */
export const compendiumContent = z.object({
  schema: z.literal(COMPENDIUM_SCHEMA),
  version: z.number().int().positive(),
  publishedAt: instant,
  group: z.object({ slug: z.string(), shortName: z.string(), name: z.string() }),
  consultation: z.object({
    slug: z.string(),
    title: z.string(),
    question: z.string(),
    audience: z.enum(consultationAudiences),
    askedBy: z.string(),
    opensAt: instant,
    closesAt: instant,
  }),
  texts: z.array(
    z.object({
      kind: z.enum(["minutes", "document"]),
      title: z.string(),
      number: z.number().nullable(),
      revision: z.number().nullable(),
    }),
  ),
  entries: z.array(entry),
})

export type CompendiumContent = z.infer<typeof compendiumContent>
export type CompendiumEntry = z.infer<typeof entry>
export type CompendiumAuthor = z.infer<typeof author>

/** How many threads were accepted, partly accepted, not accepted and noted. */
export function tally({ entries }: { entries: readonly Pick<CompendiumEntry, "disposition">[] }) {
  return dispositions.map((disposition) => ({
    disposition,
    count: entries.filter((each) => each.disposition === disposition).length,
  }))
}
