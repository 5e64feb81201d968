import { z } from "zod"
import { routing } from "@/lib/platform/locales"
import { describeMisfit, findMisfit } from "./misfit"
import {
  type Block,
  CLOSING,
  type Inline,
  isLinkTarget,
  isRecordBlock,
  LIMITS,
  type ListItem,
  type Mark,
  type MinutesText,
  OPENING,
  type Paragraph,
  type PlainBlock,
  TEXT_SCHEMA,
} from "./model"

/** Postgres refuses NUL and broken surrogates in JSON; so does this, with a clearer message. */
const characters = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed() && !value.includes("\0"), {
      error: "Holds characters that cannot be stored",
    })

/** What may stand in a line of text, with links that lead where `leads` says they may. */
export function inlines(leads: (href: string) => boolean): z.ZodType<Inline> {
  const href = characters(LIMITS.href).refine(leads, {
    error: "A link leads to http, https or mailto",
  })
  const mark: z.ZodType<Mark> = z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("bold") }),
    z.strictObject({ type: z.literal("italic") }),
    z.strictObject({ type: z.literal("link"), attrs: z.strictObject({ href }) }),
  ])
  const marks = z.array(mark).min(1).max(3).optional()
  return z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("text"),
      text: characters(LIMITS.characters).min(1),
      marks,
    }),
    z.strictObject({ type: z.literal("hardBreak"), marks }),
    z.strictObject({
      type: z.literal("mention"),
      attrs: z.strictObject({ personId: z.uuid(), label: characters(LIMITS.name).min(1) }),
      marks,
    }),
  ])
}

/** Paragraphs, lists and quotes whose lines hold what `inline` is. */
export function plainBlocks<I>(inline: z.ZodType<I>) {
  const paragraph: z.ZodType<Paragraph<I>> = z.strictObject({
    type: z.literal("paragraph"),
    content: z.array(inline).min(1).optional(),
  })
  const plainBlock: z.ZodType<PlainBlock<I>> = z.lazy(() =>
    z.union([paragraph, bulletList, orderedList]),
  )
  const listItem: z.ZodType<ListItem<I>> = z.strictObject({
    type: z.literal("listItem"),
    content: z.tuple([paragraph], plainBlock),
  })
  const bulletList = z.strictObject({
    type: z.literal("bulletList"),
    content: z.array(listItem).min(1),
  })
  const orderedList = z.strictObject({
    type: z.literal("orderedList"),
    attrs: z.strictObject({ start: z.int().min(0).max(9_999) }),
    content: z.array(listItem).min(1),
  })
  const content = z.array(plainBlock).min(1)
  return {
    plainBlock,
    content,
    quoteBlock: z.strictObject({ type: z.literal("blockquote"), content }),
  }
}

const { plainBlock, content, quoteBlock } = plainBlocks(inlines(isLinkTarget))

const person = z.strictObject({
  personId: z.uuid().nullable(),
  name: characters(LIMITS.name).refine((name) => name.trim() !== "", { error: "A name is empty" }),
})

const block: z.ZodType<Block> = z.union([
  plainBlock,
  quoteBlock,
  z.strictObject({
    type: z.literal("statement"),
    attrs: z.strictObject({
      id: z.uuid(),
      personId: z.uuid().nullable(),
      name: characters(LIMITS.name),
      capacity: characters(LIMITS.capacity),
    }),
    content,
  }),
  z.strictObject({
    type: z.literal("decision"),
    attrs: z.strictObject({ id: z.uuid() }),
    content,
  }),
  z.strictObject({
    type: z.literal("action"),
    attrs: z.strictObject({
      id: z.uuid(),
      owners: z.array(person).max(LIMITS.owners),
      due: z.iso.date().nullable(),
    }),
    content,
  }),
  z.strictObject({
    type: z.literal("question"),
    attrs: z.strictObject({ id: z.uuid(), outcome: characters(LIMITS.outcome).nullable() }),
    content,
  }),
])

const sectionId = z.union([z.literal([OPENING, CLOSING]), z.uuid()])

const shape = z
  .strictObject({
    schema: z.literal(TEXT_SCHEMA),
    order: z.array(sectionId).max(LIMITS.sections),
    sections: z.record(
      sectionId,
      z.strictObject({ type: z.literal("doc"), content: z.array(block).min(1) }),
    ),
  })
  .superRefine((text, context) => {
    const kept = new Set(Object.keys(text.sections))
    if (text.order.length !== kept.size || text.order.some((id) => !kept.delete(id))) {
      context.addIssue({ code: "custom", message: "The order does not name every section once" })
    }
    const ids = new Set<string>()
    for (const { content } of Object.values(text.sections)) {
      for (const { attrs } of content.filter(isRecordBlock)) {
        if (ids.has(attrs.id)) {
          context.addIssue({ code: "custom", message: `Two blocks have the id ${attrs.id}` })
        }
        ids.add(attrs.id)
      }
    }
  })

/**
 * A whole text, strictly: a node, mark or attribute that the model does not have is refused by
 * name and nothing is dropped. Bounded in size and depth (`LIMITS`).
 */
export const minutesText: z.ZodType<MinutesText> = z
  .unknown()
  .superRefine((value, context) => {
    const misfit = findMisfit(value)
    if (misfit) {
      context.addIssue({ code: "custom", message: describeMisfit(misfit), params: { misfit } })
    }
  })
  .pipe(shape)

/** How long the name of a revision may be, in characters. */
export const REVISION_NAME = 120

/** A whole number that a form sends as text: of a revision, from 1. */
const revision = z.coerce.number().int().min(1).max(2_000_000_000)

export const startMinutesInput = z.object({ meetingId: z.uuid() })
export const keepRevisionInput = z.object({ meetingId: z.uuid() })

export const applyProposalInput = z.object({
  commentId: z.uuid(),
  /** What the passage said when it was decided. */
  seen: z.string().max(LIMITS.characters),
})

/** Sections by id as plain text; those left out stay as they were. */
export const savePlainInput = z.object({
  meetingId: z.uuid(),
  base: revision,
  locale: z.enum(routing.locales),
  sections: z.record(sectionId, z.string().max(LIMITS.characters)),
  /** The revision that was shown beside one's own text, and what to do about it. */
  over: z.string().max(40).optional(),
  answer: z.enum(["mine", "theirs", "both"]).optional(),
})

export const restoreMinutesInput = z.object({
  meetingId: z.uuid(),
  number: revision,
  base: revision,
})

/** A name for a revision that stands; an empty one takes the name away. */
export const nameRevisionInput = z.object({
  meetingId: z.uuid(),
  number: revision,
  name: z
    .string()
    .trim()
    .max(REVISION_NAME)
    .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name), { error: "field.format" })
    .default(""),
})
