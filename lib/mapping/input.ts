import { z } from "zod"
import { inlines, plainBlocks } from "@/lib/minutes/input"
import { isLinkTarget, type PlainBlock } from "@/lib/minutes/model"
import { knownMandates } from "./known-mandates"
import { day, line, name, pastDay, webLink, year } from "./lines"
import {
  type Activity,
  activityKinds,
  type CellField,
  type CellValues,
  mappingLimits,
  rowStatuses,
  scopes,
  ways,
} from "./model"

const { plainBlock } = plainBlocks(inlines(isLinkTarget))

/** One activity; its years come out in order, each once. */
export const activityInput: z.ZodType<Activity> = z.strictObject({
  id: z.uuid().lowercase(),
  title: line(mappingLimits.title).min(1, "field.required"),
  kind: z.enum(activityKinds),
  years: z
    .array(year, "mapping.yearForm")
    .max(mappingLimits.years)
    .overwrite((years) => [...new Set(years)].sort((one, other) => one - other)),
  link: webLink,
  body: line(mappingLimits.body),
})

const activities = z
  .array(activityInput)
  .max(mappingLimits.activities, "mapping.tooManyActivities")
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "mapping.sameActivity")

/** Rich text of a cell, bounded in its length. */
const synergies: z.ZodType<PlainBlock[]> = z
  .array(plainBlock)
  .refine((blocks) => JSON.stringify(blocks).length <= 6 * mappingLimits.text, "field.tooLong")

/** What each cell may hold. */
export const cellInputs = {
  area: z.uuid(),
  suggests: line(mappingLimits.text),
  citation: z.strictObject({
    mandate: line(mappingLimits.citation),
    paragraph: line(mappingLimits.citation),
  }),
  activities,
  synergies,
  scope: z
    .strictObject({ scope: z.enum(scopes), reason: line(mappingLimits.reason) })
    .refine(({ scope, reason }) => scope === "proposed" || reason !== "", {
      error: "mapping.scopeReason",
      path: ["reason"],
    }),
  responsible: z.uuid().nullable(),
  status: z.enum(rowStatuses),
  confirmed: pastDay.nullable(),
} satisfies { [Field in CellField]: z.ZodType<CellValues[Field]> }

/** The revision of a cell that was seen; the next one has 32 bits too. */
const seen = z
  .int()
  .min(0)
  .max(2 ** 31 - 2)
const seenInForm = z.coerce.number().pipe(seen)
const cell = <Field extends CellField>(field: Field) =>
  z.strictObject({
    rowId: z.uuid(),
    field: z.literal(field),
    base: seen,
    value: cellInputs[field],
  })

/** One cell to save, of whichever field. */
export const cellSave = z.discriminatedUnion("field", [
  cell("area"),
  cell("suggests"),
  cell("citation"),
  cell("activities"),
  cell("synergies"),
  cell("scope"),
  cell("responsible"),
  cell("status"),
  cell("confirmed"),
])

/** What a page may say of itself: that a file or an edition did it, only these say. */
const saidWay = z.enum(ways).exclude(["import", "edition", "merge"])

/** Whether each is named once. */
const each = (names: readonly string[]) => new Set(names).size === names.length

/**
 * Cells that are saved together, and the new rows (`added`) in which some of them stand, each the last of
 * its area: all of them, or none. `id` is made up by whoever adds a row, so that sent twice it is added once.
 */
export const saveCellsInput = z.object({
  mappingId: z.uuid(),
  cells: z
    .array(cellSave)
    .max(mappingLimits.cells, "mapping.tooManyCells")
    .refine((cells) => each(cells.map(({ rowId, field }) => `${rowId} ${field}`)), {
      error: "mapping.sameCell",
    }),
  added: z
    .array(z.object({ id: z.uuid(), areaId: z.uuid() }))
    .max(mappingLimits.cells, "mapping.tooManyCells")
    .refine((rows) => each(rows.map(({ id }) => id)))
    .default([]),
  way: saidWay.default("grid"),
})

/** How it was done; by the grid unless it is said. */
const way = saidWay.optional()

/** A plain form says "" for the first place. */
const place = z.preprocess((value) => (value === "" ? null : value), z.uuid().nullable())

/** A new row: `id` is made up by whoever adds it, so that sent twice it is added once. */
export const addRowInput = z.object({
  mappingId: z.uuid(),
  id: z.uuid(),
  areaId: z.uuid(),
  /** The row after which it stands in its area; null for the first place, nothing for the last. */
  after: place.optional(),
  way,
})

/**
 * Where a row goes: after another one of that area, or first in it. `base` is the revision that was seen
 * of its cell `area`; what a device kept from before it was asked for has none.
 */
export const moveRowInput = z.object({
  rowId: z.uuid(),
  areaId: z.uuid(),
  after: place,
  base: seenInForm.optional(),
  way,
})

export const retireRowInput = z.object({
  rowId: z.uuid(),
  reason: line(mappingLimits.reason).min(1, "mapping.retireReason"),
  way,
})

export const returnRowInput = z.object({ rowId: z.uuid(), way })

/** Many rows of one mapping, named by script. */
const manyRows = { mappingId: z.uuid(), rowIds: z.array(z.uuid()).min(1).max(mappingLimits.rows) }
/** `since` is the newest change that the page knew of; what a device kept from before it was asked for has none. */
export const retireRowsInput = retireRowInput
  .omit({ rowId: true })
  .extend({ ...manyRows, since: z.int().min(0).default(0) })
export const returnRowsInput = returnRowInput.omit({ rowId: true }).extend(manyRows)

/** Other names, one a line; each once, none that is empty. */
const aliases = z
  .string()
  .default("")
  .transform((text) => [...new Set(text.split(/\r?\n/).map((alias) => alias.trim()))])
  .pipe(z.array(line(mappingLimits.title)))
  .transform((names) => names.filter(Boolean))
  .refine((names) => names.length <= mappingLimits.aliases, "mapping.tooManyAliases")

export const addAreaInput = z.object({ mappingId: z.uuid(), title: name, aliases })

/** `revision` is the one that the editor saw. */
export const editAreaInput = z.object({
  areaId: z.uuid(),
  revision: z.coerce.number().int().positive(),
  title: name,
  aliases,
})

/** Behind another area, or first of all. */
export const moveAreaInput = z.object({
  areaId: z.uuid(),
  after: place,
  way,
})

export const removeAreaInput = z.object({ areaId: z.uuid() })

const about = {
  goal: line(mappingLimits.text),
  rule: line(mappingLimits.text),
  months: z.coerce.number().int().min(4, "mapping.months").max(6, "mapping.months"),
}

export const describeMappingInput = z.object({
  mappingId: z.uuid(),
  revision: z.coerce.number().int().positive(),
  ...about,
})

const knownSlugs = knownMandates.map(({ slug }) => slug)

/** One area a line, its other names behind it: `Title | alias | alias`. */
const areaLines = z
  .string()
  .max(100_000, "field.tooLong")
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((row) => row.split("|").map((part) => part.trim()))
      .filter(([title]) => title)
      .map(([title = "", ...others]) => ({ title, aliases: others.filter(Boolean) })),
  )
  .pipe(
    z
      .array(z.object({ title: name, aliases: z.array(name).max(mappingLimits.aliases) }))
      .max(mappingLimits.areas - 1, "mapping.tooManyAreas"),
  )

/**
 * A mandate that the portal has (`mandateId`), one of `knownMandates` by its slug, or one that is named
 * here; and the first areas. Without any, those that are known of the mandate are taken.
 */
export const beginMappingInput = z
  .object({
    groupId: z.uuid(),
    mandateId: z.union([z.literal("new"), z.enum(knownSlugs), z.uuid()]),
    title: line(mappingLimits.title),
    symbol: line(mappingLimits.citation),
    dated: z.union([z.literal(""), day]).default(""),
    link: webLink.default(""),
    ...about,
    areas: areaLines,
    crossCutting: name,
  })
  .superRefine(({ mandateId, title, symbol }, ctx) => {
    if (mandateId !== "new") return
    for (const [field, value] of Object.entries({ title, symbol }))
      if (value === "") ctx.addIssue({ code: "custom", path: [field], message: "field.required" })
  })

/** The cell that shall hold again what stood there before or after one of its changes. */
export const restoreCellInput = z.object({
  rowId: z.uuid(),
  change: z.coerce.number().int().positive(),
  side: z.enum(["before", "after"]),
  base: seenInForm,
})

export const confirmRowInput = z.object({ mappingId: z.uuid(), rowId: z.uuid(), base: seenInForm })
