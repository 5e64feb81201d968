import { z } from "zod"
import { withOwnEnds } from "../model"

/** A table that is to be shown beside the mapping. */
export const keepSheetInput = z.object({
  mappingId: z.uuid(),
  file: z
    .instanceof(File, { message: "mapping.noSheet" })
    .refine((file) => file.size > 0, { message: "mapping.noSheet" }),
})

/** Names of areas as cells say them. */
const names = z.array(z.string().overwrite(withOwnEnds)).max(200).default([])

/**
 * What is taken over of a table that was shown: `mark` is that of the plan that was. What is ticked has the
 * mark of its line behind an `@`; without one the whole plan has to be the same. `areaNames` are those
 * that the mapping does not have, as cells say them, and `areas` where the rows of each belong: nowhere (""), in
 * an area, or in a `new` one of that name. Those in `remember` become other names of their areas.
 */
export const bringSheetInInput = z.object({
  sheetId: z.uuid(),
  mark: z.string().min(1).max(100),
  take: z.array(z.string().max(80)).max(60_000).default([]),
  all: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  areas: z
    .array(z.union([z.literal(["", "new"]), z.uuid()]))
    .max(200)
    .default([]),
  areaNames: names,
  remember: names,
})
