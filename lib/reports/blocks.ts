import { z } from "zod"

/**
 * The text of a published report: the blocks of the minutes without anything that belongs to the
 * work on them. A person is a name here, never a record, an account or an address.
 */
const href = z
  .string()
  .max(2000)
  .refine(isPublishable, { error: "a link leads to http, https or mailto" })

const mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("italic") }),
  z.strictObject({ type: z.literal("link"), attrs: z.strictObject({ href }) }),
])
const marks = z.array(mark).optional()

const inline = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1), marks }),
  z.strictObject({ type: z.literal("hardBreak") }),
  z.strictObject({
    type: z.literal("mention"),
    attrs: z.strictObject({ label: z.string() }),
    marks,
  }),
])

const paragraph = z.strictObject({ type: z.literal("paragraph"), content: z.array(inline) })

const listItem = z.strictObject({
  type: z.literal("listItem"),
  get content() {
    return z.array(plainBlock)
  },
})
const bulletList = z.strictObject({ type: z.literal("bulletList"), content: z.array(listItem) })
const orderedList = z.strictObject({
  type: z.literal("orderedList"),
  attrs: z.strictObject({ start: z.int() }).optional(),
  content: z.array(listItem),
})
const plainBlock = z.discriminatedUnion("type", [paragraph, bulletList, orderedList])

const plain = z.array(plainBlock)
const id = z.string().min(1)

export const reportBlock = z.discriminatedUnion("type", [
  paragraph,
  bulletList,
  orderedList,
  z.strictObject({ type: z.literal("blockquote"), content: plain }),
  z.strictObject({
    type: z.literal("statement"),
    attrs: z.strictObject({ id, name: z.string(), capacity: z.string() }),
    content: plain,
  }),
  z.strictObject({
    type: z.literal("decision"),
    attrs: z.strictObject({ id }),
    content: plain,
  }),
  z.strictObject({
    type: z.literal("action"),
    attrs: z.strictObject({
      id,
      owners: z.array(z.string().min(1)),
      due: z.iso.date().nullable(),
    }),
    content: plain,
  }),
  z.strictObject({
    type: z.literal("question"),
    attrs: z.strictObject({ id, outcome: z.string().nullable() }),
    content: plain,
  }),
])

export type ReportMark = z.infer<typeof mark>
export type ReportInline = z.infer<typeof inline>
export type ReportListItem = z.infer<typeof listItem>
export type ReportPlainBlock = z.infer<typeof plainBlock>
export type ReportBlock = z.infer<typeof reportBlock>
export type BlockOf<Type extends ReportBlock["type"]> = Extract<ReportBlock, { type: Type }>

/** Whether an address may stand as a link in a published text: http, https and mailto only. */
export function isPublishable(address: string): boolean {
  if (!URL.canParse(address)) return false
  return ["http:", "https:", "mailto:"].includes(new URL(address).protocol)
}
