import { z } from "zod"
import { email } from "@/lib/accounts/input"
import { longestName, stakeholderGroups } from "./model"

const noneIfEmpty = (text: unknown) => (text === "" ? null : text)
const personId = z.uuid()
const name = z.string().trim().min(1).max(longestName)
const stakeholderGroup = z.preprocess(
  noneIfEmpty,
  z.enum(stakeholderGroups).nullable().default(null),
)
const day = z.preprocess(noneIfEmpty, z.iso.date("people.day").nullable().default(null))

const affiliation = z
  .object({
    organisation: z.string().trim().max(200),
    capacity: z.string().trim().max(200).default(""),
    since: day,
    until: day,
  })
  .refine(({ since, until }) => since === null || until === null || until >= since, {
    path: ["until"],
    message: "people.dayOrder",
  })
  .refine((one) => one.organisation !== "" || (one.capacity === "" && !one.since && !one.until), {
    path: ["organisation"],
    message: "field.required",
  })

export const editPersonInput = z.object({
  personId,
  /** What the form showed; a record that changed since is not overwritten. */
  mark: z.string().min(1).max(100),
  name,
  stakeholderGroup,
  /** The stakeholder group always held: what stood there before was a mistake. */
  throughout: z.literal("on").optional(),
  /** One a line. */
  aliases: z
    .string()
    .max(4000)
    .default("")
    .transform((text) =>
      text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  /** Rows without an organisation are left out. */
  affiliations: z
    .array(affiliation)
    .max(50)
    .default([])
    .transform((rows) => rows.filter(({ organisation }) => organisation !== "")),
})

export const addToRegisterInput = z.object({
  name,
  stakeholderGroup,
  organisation: z.string().trim().max(200).default(""),
  capacity: z.string().trim().max(200).default(""),
})

export const mergeInput = z.object({ keptId: z.uuid(), mergedId: z.uuid() })

/** Whose account, or whose role, a button changes. */
export const personInput = z.object({ personId })

export const inviteInput = z.object({
  personId,
  email: z.preprocess(noneIfEmpty, email.nullable().default(null)),
  groupId: z.preprocess(noneIfEmpty, z.uuid().nullable().default(null)),
  role: z.enum(["member", "co-chair"]).default("member"),
  /** Whether a mail tells them so. */
  tell: z.literal("on").optional(),
  locale: z.enum(["en", "fr"]).default("en"),
})

export const changeSecretariatInput = z.object({ personId, to: z.enum(["begin", "end"]) })
