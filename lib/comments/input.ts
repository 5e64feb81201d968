import { z } from "zod"
import {
  commentLimits,
  dispositions,
  reactionKinds,
  textKinds,
  textRefOf,
  threadAbouts,
} from "./model"
import { withOwnEnds } from "./tidy"

/** Of generous length here, so that a refusal says how long a comment may be. */
export const anyLength = z.string().max(12_000_000, "field.tooLong")
const orNothing = anyLength.optional().transform((text) => (text?.trim() ? text : null))
const base64 = z
  .base64()
  .max(4_000)
  .optional()
  .transform((text) => (text ? Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)) : null))

/** Why something was decided. Its lines end with one sign when it is measured; a form sends two. */
export const reason = (least: number) =>
  z
    .string()
    .overwrite(withOwnEnds)
    .trim()
    .min(least, "field.required")
    .max(commentLimits.reason, "field.tooLong")

/** The text that a form or an address speaks of. */
export const textRef = z
  .object({ kind: z.enum(textKinds), id: z.uuid() })
  .transform(({ kind, id }) => textRefOf(kind, id))

const comment = {
  text: anyLength.default(""),
  proposal: orNothing,
  submission: z.uuid(),
  draft: z
    .string()
    .max(200)
    .optional()
    .transform((key) => key || null),
}

/** `text`, or what it is about with its place: `section:opening`. */
const at = z
  .string()
  .max(commentLimits.place + 20)
  .transform((said) => {
    const [about = "", ...rest] = said.split(":")
    return { about, place: rest.join(":") || null }
  })
  .pipe(z.object({ about: z.enum(threadAbouts), place: z.string().nullable() }))

/** To which consultation it counts, as the form said, and whether its author is not to be named there. */
const counted = {
  consultation: z
    .union([z.literal(""), z.uuid()])
    .optional()
    .transform((id) => id || null),
  unnamed: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
}

export const openThreadInput = z.object({
  on: textRef,
  at,
  quote: z.string().default(""),
  before: z.string().default(""),
  after: z.string().default(""),
  start: base64,
  end: base64,
  ...comment,
  ...counted,
})

export const answerThreadInput = z.object({ threadId: z.uuid(), ...comment, ...counted })

export const editCommentInput = z.object({
  commentId: z.uuid(),
  text: anyLength.default(""),
  proposal: orNothing,
})

export const ownCommentInput = z.object({ commentId: z.uuid() })

/** Whether one's own comment is published with one's name. */
export const withheld = z.enum(["named", "unnamed"])
export const withholdNameInput = z.object({ commentId: z.uuid(), to: withheld })

export const hideCommentInput = z.object({ commentId: z.uuid(), reason: reason(1) })

export const reactInput = z.object({ commentId: z.uuid(), kind: z.enum(reactionKinds) })

export const resolveThreadInput = z.object({
  threadId: z.uuid(),
  revision: z.coerce.number().int().positive(),
  disposition: z.enum(dispositions),
  reason: reason(0).default(""),
})

export const reopenThreadInput = z.object({
  threadId: z.uuid(),
  revision: z.coerce.number().int().positive(),
})

export const muteThreadInput = z.object({ threadId: z.uuid(), to: z.enum(["muted", "heard"]) })

/** With a consultation, what was read is what was said of the text in it. */
export const markReadInput = z.object({
  on: textRef,
  consultation: z.uuid().optional(),
  seq: z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
})

export const discardBegunInput = z.object({ on: textRef, key: z.string().min(1).max(200) })

export const keepDraftInput = z.object({
  on: textRef,
  key: z.string().min(1).max(200),
  text: z.string().max(commentLimits.text * 2),
  proposal: z
    .string()
    .max(commentLimits.proposal * 2)
    .optional(),
  place: z
    .string()
    .max(commentLimits.place + 20)
    .optional(),
  quote: z
    .object({
      quote: z.string().min(1).max(commentLimits.quote),
      before: z.string().max(commentLimits.around),
      after: z.string().max(commentLimits.around),
    })
    .optional(),
  unnamed: z.boolean().optional(),
})
