import { z } from "zod"
import { documentTitle } from "@/lib/documents/input"
import { limits } from "@/lib/meetings/model"
import { LIMITS } from "@/lib/minutes/model"
import { longestName } from "@/lib/people/model"
import { batchLimits } from "./model"

const upload = z.instanceof(File)

/** The files of a request in their order with those whose bytes stayed behind, because they are too large. */
const listed = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: "custom", message: "field.format" })
      return z.NEVER
    }
  })
  .pipe(
    z
      .array(z.object({ name: z.string().min(1).max(1000), size: z.int().min(0) }))
      .max(batchLimits.files, "imports.manyFiles"),
  )

export const bringInInput = z
  .object({
    groupId: z.uuid(),
    /** The batch that the files are added to; without it they begin one. */
    batchId: z.uuid().optional(),
    /** Whether these files may begin the batch of that id; sent again, they find it begun. */
    begins: z.string().optional(),
    /** The place of the first of these files among all of the batch, so that a request sent twice counts once. */
    from: z.coerce.number().int().min(0).max(batchLimits.batch).default(0),
    listed: listed.optional(),
    files: z
      .preprocess(
        (given) => (Array.isArray(given) ? given : given === undefined ? [] : [given]),
        z.array(upload),
      )
      .transform((files) => files.filter(({ name, size }) => name !== "" || size > 0))
      .refine((files) => files.length <= batchLimits.files, "imports.manyFiles"),
  })
  .refine(({ files, listed: names }) => files.length + (names?.length ?? 0) > 0, {
    path: ["files"],
    message: "imports.noFiles",
  })

/** For what is done to a batch as a whole. */
export const batchInput = z.object({ slug: z.string().max(60), batchId: z.uuid() })

/** `shown` stands for the numbers that the form showed. */
export const takeNumbersInput = batchInput.extend({ shown: z.string().max(64).default("") })

const revision = z.coerce.number().int().min(1)
const words = (most: number) => z.string().trim().max(most, "field.tooLong").default("")

/** The form beside the source. Lists of people are lines: `Name; capacity`. */
export const correctImportInput = z.object({
  fileId: z.uuid(),
  revision,
  number: z
    .string()
    .trim()
    .regex(/^\d{0,5}$/, "meeting.number")
    .default(""),
  /** The number that the form showed: who left it as it is has not given one. */
  numberShown: z.string().trim().max(5).optional(),
  title: words(limits.title),
  day: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/, "meeting.day")
    .default(""),
  time: z
    .string()
    .regex(/^(\d{2}:\d{2}(:\d{2})?)?$/, "meeting.time")
    .default(""),
  zone: words(60),
  hosts: words(4000),
  moderators: words(4000),
  list: z.enum(["annexed", "on-request"]),
  agenda: z
    .array(
      z.object({
        /** One that the agenda does not have is a new item; without a title it is left out again. */
        id: z.uuid(),
        title: words(500),
        coverage: z.enum(["discussed", "no-update", "not-reached", "not-recorded"]),
        depth: z.coerce.number().int().min(0).max(2).optional(),
        /** Where it stands among the others; a tie keeps the order of the form. */
        place: z.coerce.number().min(0).max(1000).optional(),
        remove: z.string().optional(),
      }),
    )
    // With the empty one in which another item can be written.
    .max(limits.agendaItems + 1, "meeting.agendaLong")
    .default([]),
  /** Section id → its text in the plain form of the minutes. */
  sections: z.record(z.string(), z.string().max(LIMITS.characters)).default({}),
  present: words(60_000),
  regrets: words(20_000),
  nextMeeting: words(2000),
  /** A finding's answer that was pressed instead of keeping: its place in the list of findings. */
  fix: z.string().max(20).optional(),
  /** What was typed beside a finding: a whole name, a day. The key is `at` and its place in the list. */
  said: z.record(z.string().regex(/^at\d{1,4}$/), words(longestName)).default({}),
})

export const settleImportInput = z.object({ fileId: z.uuid(), revision })

/** What somebody says that a file is. */
export const changeKindInput = settleImportInput.extend({ kind: z.enum(["report", "document"]) })

export const saveDocumentInput = settleImportInput.extend({ title: documentTitle })
/** A press beside an answer. */
export const takeBackAnswerInput = z.object({
  batchId: z.uuid(),
  answerId: z.uuid(),
  /** As the press showed it, for what a refusal says. */
  name: z.string().min(1).max(300),
})

/** A press below "Is this the same person?". Without a person it asks about another name of the batch. */
export const answerPersonInput = z
  .object({
    batchId: z.uuid(),
    name: z.string().min(1).max(300),
    personId: z
      .preprocess((given) => (given === "" ? null : given), z.uuid().nullable())
      .default(null),
    other: z.string().max(300).default(""),
    answer: z.enum(["same", "other"]),
  })
  .refine(({ personId, other }) => personId !== null || other !== "", { path: ["other"] })
