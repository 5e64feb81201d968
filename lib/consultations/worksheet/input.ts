import { z } from "zod"
import { reason } from "@/lib/comments/input"
import { dispositions } from "@/lib/comments/model"
import { worksheetLimits } from "./model"

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on")

/** What becomes of one thread. Without a disposition it is open again. */
export const decideInput = z.object({
  consultationId: z.uuid(),
  threadId: z.uuid(),
  revision: z.coerce.number().int().positive(),
  disposition: z.union([z.literal("").transform(() => null), z.enum(dispositions)]),
  reason: reason(0).default(""),
})

/** A worksheet that comes back. `leaveStale`: rows whose thread was decided meanwhile are left out. */
export const bringInSheetInput = z.object({
  consultationId: z.uuid(),
  file: z
    .instanceof(File, { message: "worksheet.noFile" })
    .refine((file) => file.size > 0, { message: "worksheet.noFile" })
    .refine((file) => file.size <= worksheetLimits.bytes, { message: "worksheet.tooLarge" }),
  leaveStale: ticked,
})
