import { z } from "zod"
import { documentKinds } from "./facts"
import { documentText } from "./input"

/** The form of a version. A reader that meets a higher one says so and shows nothing. */
export const VERSION_SCHEMA = 1

/**
 * All that a version of a document is, and what its public pages and files are made from. Written
 * once; strict, so that a draft's internals cannot come along. `madeAt` is ISO 8601 in UTC.
 */
export const versionContent = z.strictObject({
  schema: z.literal(VERSION_SCHEMA),
  group: z.strictObject({
    slug: z.string().min(1),
    shortName: z.string().min(1),
    name: z.string().min(1),
  }),
  document: z.strictObject({
    slug: z.string().min(1),
    title: z.string().min(1),
    kind: z.enum(documentKinds),
    /** Language of the text (BCP 47); the page around it may be in another. */
    language: z.string().min(2),
  }),
  version: z.strictObject({
    number: z.int().min(1),
    name: z.string().min(1),
    /** What is new in it; "" where nothing was said. */
    note: z.string(),
    madeAt: z.iso.datetime({ offset: false }),
  }),
  text: documentText,
})

export type VersionContent = z.infer<typeof versionContent>
