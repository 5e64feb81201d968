import { z } from "zod"
import { email } from "@/lib/accounts/input"
import { longestName, stakeholderGroups, tidyName } from "@/lib/people/model"
import { routing } from "@/lib/platform/locales"
import { roles } from "./model"

const noneIfEmpty = (text: unknown) => (text === "" ? null : text)
const name = z.string().transform(tidyName).pipe(z.string().min(1).max(longestName))
const organisation = z.string().trim().max(200).default("")
const capacity = z.string().trim().max(200).default("")
const stakeholderGroup = z.preprocess(
  noneIfEmpty,
  z.enum(stakeholderGroups).nullable().default(null),
)
const locale = z.enum(routing.locales).default(routing.defaultLocale)

/** Which person is meant where several may be: one of the register, a new one, or not said yet. */
const who = z.preprocess(
  noneIfEmpty,
  z
    .union([z.literal("new"), z.uuid()])
    .nullable()
    .default(null),
)

export const addMemberInput = z.object({
  groupId: z.uuid(),
  name,
  email: z.preprocess(noneIfEmpty, email.nullable().default(null)),
  organisation,
  capacity,
  stakeholderGroup,
  role: z.enum(roles).default("member"),
  who,
  /** Whether a mail tells them so. */
  invite: z.literal("on").optional(),
  locale,
})

export const changeRoleInput = z.object({
  groupId: z.uuid(),
  personId: z.uuid(),
  role: z.enum(roles),
})

export const endMembershipInput = z.object({ groupId: z.uuid(), personId: z.uuid() })

export const admitInput = z.object({ groupId: z.uuid(), requestId: z.uuid(), who })

export const declineInput = z.object({
  groupId: z.uuid(),
  requestId: z.uuid(),
  reason: z.string().trim().min(1).max(1000),
})

export const askToJoinInput = z.object({
  slug: z.string().min(1).max(60),
  name,
  email,
  organisation,
  stakeholderGroup,
  purpose: z.string().trim().min(1).max(2000),
  locale,
})

export const confirmJoinInput = z.object({ token: z.string().regex(/^[\w-]{20,200}$/) })

/** The filter of the list, read from an address: whatever is not understood filters nothing. */
export const memberFilter = z.object({
  text: z.string().max(200).catch(""),
  role: z
    .enum([...roles, "former"])
    .nullable()
    .catch(null),
  stakeholderGroup: z.enum(stakeholderGroups).nullable().catch(null),
})

const groupId = z.uuid()

/** A list of members as a file. */
export const listFileInput = z.object({
  groupId,
  file: z.instanceof(File, { message: "members.csv.noFile" }).refine((file) => file.size > 0, {
    message: "members.csv.noFile",
  }),
})

/** A list that was shown, sent again as text. */
export const listTextInput = z.object({ groupId, text: z.string().min(1).max(1_000_000) })

export const bringInInput = listTextInput.extend({
  shown: z.string().regex(/^[0-9a-f]{64}$/),
  /** For doubtful lines what is to be done, by `l` and the number of the line. */
  choices: z.record(z.string(), z.string()).default({}),
})
