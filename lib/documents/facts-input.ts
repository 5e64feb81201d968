import { randomUUID } from "node:crypto"
import { z } from "zod"
import { documentKinds, documentLanguages } from "./facts"
import { documentTitle } from "./input"
import { noteLimits } from "./model"
import { documentStatuses } from "./status"

const revision = z.coerce.number().int().min(1).max(2_000_000_000)

/** An id that a list of choices may leave open. */
const chosen = z
  .union([z.literal(""), z.uuid("field.choice")])
  .default("")
  .transform((id) => id || null)

/** `meeting` or `meeting/block`: a meeting, and the decision of it that is meant. */
const origin = z
  .string()
  .default("")
  .transform((text, context) => {
    if (text === "") return null
    const [meeting, block, ...more] = text.split("/")
    const parsed = z.tuple([z.uuid(), z.uuid().nullable()]).safeParse([meeting, block ?? null])
    if (parsed.success && more.length === 0)
      return { meetingId: parsed.data[0], blockId: parsed.data[1] }
    context.addIssue({ code: "custom", message: "field.choice" })
    return z.NEVER
  })

const facts = {
  title: documentTitle,
  kind: z.enum(documentKinds, "field.choice"),
  language: z.enum(documentLanguages, "field.choice"),
  responsibleId: chosen,
  origin,
}

export const startDocumentInput = z.object({
  groupId: z.uuid(),
  ...facts,
  /** Whether it begins with the headings that its kind usually has. */
  template: z.literal("on").optional(),
})

export const editDocumentInput = z.object({ documentId: z.uuid(), revision, ...facts })

export const changeStatusInput = z
  .object({
    documentId: z.uuid(),
    /** The status that the form showed. */
    from: z.enum(documentStatuses),
    to: z.enum(documentStatuses, "field.choice"),
    supersededBy: chosen,
  })
  .refine(({ to, supersededBy }) => to !== "superseded" || supersededBy !== null, {
    path: ["supersededBy"],
    message: "documents.successor",
  })

export const restoreDocumentInput = z.object({
  documentId: z.uuid(),
  number: revision,
  /** The newest revision that the form showed. */
  base: revision,
})

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "field.tooLong")
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), { error: "field.format" })

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "field.tooLong")
    .refine((text) => text.isWellFormed() && !text.includes("\0"), { error: "field.format" })
    .default("")

export const makeVersionInput = z.object({
  documentId: z.uuid(),
  /** The revision that the form showed. */
  revision,
  name: line(noteLimits.versionName).min(1, "field.required"),
  note: words(noteLimits.note),
})

export const publishVersionInput = z.object({ versionId: z.uuid() })

const file = z
  .instanceof(File)
  .refine(({ size }) => size <= noteLimits.file, { error: "documents.fileSize" })
  .optional()
  .transform((given) => (given && given.size > 0 ? given : null))

export const noteDispatchInput = z.object({
  documentId: z.uuid(),
  kind: z.enum(["sent", "answered"], "field.choice"),
  party: line(noteLimits.party).min(1, "field.required"),
  day: z.iso.date("field.format"),
  versionId: chosen,
  answers: chosen,
  note: words(noteLimits.note),
  file,
  /** Of the form: sent again, it makes no second entry. */
  submission: z.uuid().default(() => randomUUID()),
})

export const withdrawDispatchInput = z.object({
  documentId: z.uuid(),
  dispatchId: z.uuid(),
  reason: words(noteLimits.note).pipe(z.string().min(1, "field.required")),
})
