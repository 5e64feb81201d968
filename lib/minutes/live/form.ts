import { z } from "zod"
import type { TextForm } from "@/lib/live/form"
import { CLOSING, isDay, isLinkTarget, LIMITS, OPENING } from "../model"

const plain = ["paragraph", "bulletList", "orderedList"]

const words = (most: number) => z.string().max(most)
// Postgres takes one id in two cases for the same, a text does not.
const id = z.uuid().lowercase().nullish()
const person = id

/** What may stand in the shared minutes of a meeting: a part for every section. */
export const minutesForm: TextForm = {
  children: {
    "#top": [...plain, "blockquote", "statement", "decision", "action", "question"],
    paragraph: ["#text", "hardBreak", "mention"],
    bulletList: ["listItem"],
    orderedList: ["listItem"],
    listItem: plain,
    blockquote: plain,
    statement: plain,
    decision: plain,
    action: plain,
    question: plain,
    hardBreak: [],
    mention: [],
  },
  attributes: {
    orderedList: z.strictObject({ start: z.int().min(0).max(9_999).optional() }),
    mention: z.strictObject({ personId: person, label: words(LIMITS.name).optional() }),
    decision: z.strictObject({ id }),
    question: z.strictObject({ id, outcome: words(LIMITS.outcome).nullish() }),
    action: z.strictObject({
      id,
      due: z.string().refine(isDay).nullish(),
      owners: z
        .array(z.strictObject({ personId: person, name: words(LIMITS.name) }))
        .max(LIMITS.owners)
        .optional(),
    }),
    statement: z.strictObject({
      id,
      personId: person,
      name: words(LIMITS.name).optional(),
      capacity: words(LIMITS.capacity).optional(),
    }),
  },
  leads: isLinkTarget,
  isPart: (name) => name === OPENING || name === CLOSING || z.uuid().safeParse(name).success,
  // Half of what the model allows, because reading adds a section for every item of the agenda.
  mostParts: LIMITS.sections / 2,
}
