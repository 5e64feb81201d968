import { z } from "zod"
import { yearsIn } from "../cells/read-cell"
import { activityInput, cellInputs } from "../input"
import { day } from "../lines"
import { type Activity, activityKinds, cellFields, mappingLimits } from "../model"

const words = z.string().default("")
const fields = z.enum(cellFields)

const activityRow = z.object({
  ...{ id: words, title: words, kind: z.enum(activityKinds), years: words },
  ...{ link: words, body: words },
  remove: z.string().optional(),
})

/** Rows of the form; one in which nothing stands, or that is to go, is left out. */
const activityRows = z
  .array(activityRow)
  .transform((rows, ctx) =>
    rows.flatMap((row, at): Activity[] => {
      const { remove, ...given } = row
      const isBlank = [row.title, row.years, row.link, row.body].every((text) => text.trim() === "")
      if (remove !== undefined || isBlank) return []
      const years = yearsIn(row.years)
      const refuse = (field: PropertyKey, message: string) =>
        ctx.addIssue({ code: "custom", path: [at, field], message })
      if (!years) refuse("years", "mapping.yearForm")
      const read = activityInput.safeParse({
        ...{ ...given, id: given.id || crypto.randomUUID(), years: years ?? [] },
      })
      if (read.success) return years ? [read.data] : []
      for (const { path, message } of read.error.issues) refuse(path[0] ?? "title", message)
      return []
    }),
  )
  .refine((all) => all.length <= mappingLimits.activities, "mapping.tooManyActivities")
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "mapping.sameActivity")

/**
 * The form of a row: cells as they were typed, those that it does not hold left as they are. `base` is the
 * revision of each cell that the form showed; after two changed one, `over` is that of the other's value and
 * `answer` which of the two shall stand.
 */
export const saveRowInput = z.object({
  rowId: z.uuid(),
  base: z.partialRecord(fields, z.coerce.number().int().min(0)).default({}),
  over: z.partialRecord(fields, z.coerce.number().int().min(0)).default({}),
  answer: z.partialRecord(fields, z.enum(["mine", "theirs", "both"])).default({}),
  area: cellInputs.area.optional(),
  suggests: cellInputs.suggests.optional(),
  citation: cellInputs.citation.optional(),
  activities: activityRows.optional(),
  synergies: z
    .string()
    .max(mappingLimits.text, "field.tooLong")
    .refine((text) => text.isWellFormed() && !text.includes("\0"), "mapping.unstorable")
    .optional(),
  scope: cellInputs.scope.optional(),
  responsible: z
    .preprocess((value) => (value === "" ? null : value), cellInputs.responsible)
    .optional(),
  status: cellInputs.status.optional(),
  confirmed: z.preprocess((value) => (value === "" ? null : value), day.nullable()).optional(),
})
export type RowForm = z.output<typeof saveRowInput>
