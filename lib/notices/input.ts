import { z } from "zod"
import { isZone } from "@/lib/meetings/zones"
import { routing } from "@/lib/platform/locales"
import { noticeKinds, tempos } from "./model"

/** For each kind how soon; in a group nothing chosen means what holds in every other. */
const ofKinds = z.partialRecord(
  z.enum(noticeKinds),
  z.union([z.enum(tempos), z.literal("").transform(() => null)]),
)

export const chooseNoticesInput = z.object({
  locale: z.enum(routing.locales),
  zone: z.string().refine(isZone, { message: "field.choice" }),
  /** Under `all`, or the id of a group. */
  choice: z.record(z.union([z.literal("all"), z.uuid()]), ofKinds).default({}),
})

/** Without an id: all of them up to the newest that the list showed. */
export const markReadInput = z.object({
  noticeId: z.uuid().optional(),
  upto: z.iso.datetime().optional(),
})

export const unsubscribeInput = z.object({ token: z.string().min(1).max(2000) })
