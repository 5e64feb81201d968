import { z } from "zod"
import { slugMistake } from "./model"

const sentences = { form: "groups.slugForm", word: "groups.slugWord", language: "groups.slugWord" }

/** A group's address, checked against every word that an address uses. */
const slug = z
  .string()
  .trim()
  .toLowerCase()
  .superRefine((text, context) => {
    const mistake = text === "" ? null : slugMistake(text)
    if (text === "") context.addIssue({ code: "custom", message: "field.required" })
    if (mistake) context.addIssue({ code: "custom", message: sentences[mistake] })
  })

const facts = {
  shortName: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(200),
  purpose: z.string().trim().max(2000).default(""),
  setUp: z.string().trim().max(300).default(""),
}

export const createGroupInput = z.object({ slug, ...facts })

/** An address, or nothing. */
const mailingList = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "field.tooLong")
  .transform((text) => text || null)
  .pipe(z.email("field.email").nullable())
  .default(null)

export const editGroupInput = z.object({
  groupId: z.uuid(),
  revision: z.coerce.number().int().positive(),
  ...facts,
  mailingList,
  publishers: z.coerce.number().int().min(1).max(2).optional(),
  reviewDays: z.coerce.number().int().min(1).max(90).optional(),
})

/** A word as the group writes it: one word, or a name of several, and nothing but that. */
export const addWordInput = z.object({
  groupId: z.uuid(),
  word: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, { error: "groups.wordForm" })
    .regex(/\p{L}/u, { error: "groups.wordForm" }),
})

export const removeWordInput = z.object({ groupId: z.uuid(), wordId: z.uuid() })
