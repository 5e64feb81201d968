import { randomUUID } from "node:crypto"
import { z } from "zod"
import { email } from "@/lib/accounts/input"
import { anyLength, withheld } from "@/lib/comments/input"
import { commentLimits } from "@/lib/comments/model"
import { isZone } from "@/lib/meetings/zones"
import { stakeholderGroups, tidyName } from "@/lib/people/model"
import { routing } from "@/lib/platform/locales"
import { consultationAudiences, consultationLimits as limits } from "./model"

const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (given) => (typeof given === "string" ? given.trim() : given) || null,
    schema.nullable(),
  )
const words = (most: number) =>
  z.string().trim().min(1, "field.required").max(most, "field.tooLong")
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "meeting.day")
const time = z.string().regex(/^\d{2}:\d{2}(:\d{2})?$/, "meeting.time")
const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on")
const revision = z.coerce.number().int().positive()
const locale = z.enum(routing.locales).default(routing.defaultLocale)

/** `minutes:…` or `document:…`, as the form of the texts sends each. */
const text = z
  .string()
  .regex(/^(minutes|document):[0-9a-f-]{36}$/)
  .transform((key) => {
    const [kind, textId] = key.split(":") as ["minutes" | "document", string]
    return { kind, textId }
  })
const texts = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? [...new Set(given)] : [given]),
  z.array(text).min(1, "consultation.noText").max(limits.texts, "field.tooBig"),
)

const said = {
  title: z.string().transform(tidyName).pipe(words(limits.title)),
  question: words(limits.question),
  zone: z.string().refine(isZone, "meeting.zone"),
  closesDay: day,
  closesTime: time,
  /** Both empty when no late comments are taken. */
  lateDay: orNothing(day),
  lateTime: orNothing(time),
}
const beforeOpening = {
  audience: z.enum(consultationAudiences),
  opensDay: day,
  opensTime: time,
  texts,
}

export const planConsultationInput = z.object({
  groupId: z.uuid(),
  ...said,
  ...beforeOpening,
  /** Of the form: sent again, it plans no second one. */
  submission: z.uuid().default(() => randomUUID()),
})

const one = { consultationId: z.uuid(), revision }

/** Before it opens everything may be changed; afterwards what is asked, and the end. */
export const editConsultationInput = z.object({ ...one, ...said, ...beforeOpening })
export const editOpenConsultationInput = z.object({ ...one, ...said })

export const oneConsultationInput = z.object(one)

export const extendConsultationInput = z.object({
  ...one,
  zone: said.zone,
  closesDay: day,
  closesTime: time,
})

export const allowLateInput = z.object({ ...one, zone: said.zone, lateDay: day, lateTime: time })

export const cancelConsultationInput = z.object({ ...one, reason: words(limits.reason) })

/** Addresses as they were pasted: parted by spaces, commas, semicolons or lines. */
export const inviteGuestsInput = z.object({
  consultationId: z.uuid(),
  locale,
  addresses: z
    .string()
    .max(100_000, "field.tooLong")
    .transform((pasted) => [
      ...new Set(
        pasted
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(z.string()).min(1, "field.required").max(limits.guests, "consultation.tooMany")),
})

export const takeBackInput = z.object({ consultationId: z.uuid(), guestId: z.uuid() })

/** Whether one of the pasted addresses is an address at all. */
export const guestAddress = email

const token = z.string().regex(/^[\w-]{20,200}$/)
const guestFacts = {
  name: z.string().transform(tidyName).pipe(words(limits.name)),
  organisation: z.string().trim().max(limits.name, "field.tooLong").default(""),
  stakeholderGroup: orNothing(z.enum(stakeholderGroups)),
}

export const askToCommentInput = z.object({
  slug: z.string().min(1).max(60),
  consultation: z.string().min(1).max(80),
  email,
  locale,
})

export const guestLinkInput = z.object({ token })

export const confirmGuestInput = z.object({
  token,
  ...guestFacts,
  /** Not to be named beside what came by mail, where there was no form to say so. */
  unnamed: ticked,
})

const comment = {
  consultationTextId: z.uuid(),
  /** The section that it is about; the whole text without one. */
  place: orNothing(z.string().max(100)),
  /** Words of the section that it is about, as they were copied. */
  quote: orNothing(z.string().max(2_000, "field.tooLong")),
  text: anyLength.trim().min(1, "field.required"),
  submission: z.uuid(),
  unnamed: ticked,
}

export const commentInConsultationInput = z.object({ consultationId: z.uuid(), ...comment })

export const commentAsGuestInput = z.object({ token, ...comment })

/** What is typed so far: not yet held to what a comment may be, so that nothing of it is lost. */
const typed = {
  consultationTextId: z.uuid(),
  text: z.string().max(commentLimits.text * 4),
  place: orNothing(z.string().max(100)).default(null),
  quote: orNothing(z.string().max(4_000)).default(null),
  unnamed: z.boolean().default(false),
}

export const keepAnswerInput = z.object({ consultationId: z.uuid(), ...typed })

export const keepAnswerAsGuestInput = z.object({ token, ...typed })

export const keepEditAsGuestInput = z.object({ token, commentId: z.uuid(), text: typed.text })

/** Words of one's own that are not filed: to be discarded, or filed once comments are taken. */
export const ownDraftInput = z.object({ consultationId: z.uuid(), draftId: z.uuid() })

export const ownDraftAsGuestInput = z.object({ token, draftId: z.uuid() })

export const withdrawAsGuestInput = z.object({ token, commentId: z.uuid() })

export const withholdNameAsGuestInput = z.object({ token, commentId: z.uuid(), to: withheld })

export const editAsGuestInput = z.object({ token, commentId: z.uuid(), text: comment.text })

export const moderateCommentInput = z.object({
  consultationId: z.uuid(),
  commentId: z.uuid(),
  answer: z.enum(["admitted", "refused"]),
  /** When the comment was given the words that the form showed, as `QueuedComment` says it. */
  seen: z.string().max(40).default(""),
})

export const announceConsultationInput = z.object({ consultationId: z.uuid() })
