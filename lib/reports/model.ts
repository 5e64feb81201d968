import { z } from "zod"
import { reportBlock } from "./blocks"

/**
 * The form of a published record. A reader that meets a higher one says so and shows nothing.
 * 2: a version says what it corrects, or that it withdraws the report.
 */
export const REPORT_SCHEMA = 2

/** The sections that stand before and after the agenda. */
export const OUTSIDE_AGENDA = ["opening", "closing"] as const

const words = z.string()
const instant = z.iso.datetime({ offset: false })

/** Someone as they were on the day: a name and the capacity of that day ("" when none is known). */
const named = z.strictObject({ name: z.string().min(1), capacity: words })

/** What became of an item; `not-recorded` when nobody wrote anything under it. */
export const coverages = ["discussed", "no-update", "not-reached", "not-recorded"] as const

const agendaItem = z.strictObject({
  id: z.string().min(1),
  label: z.string().regex(/^\d+[a-z]*$/),
  title: z.string().min(1),
  coverage: z.enum(coverages),
  get children() {
    return z.array(agendaItem)
  },
})

const count = z.int().min(0)
const attendance = z.discriminatedUnion("list", [
  z.strictObject({
    list: z.literal("annexed"),
    present: z.array(named),
    regrets: z.array(named),
    written: z.array(named),
  }),
  z.strictObject({
    list: z.literal("on-request"),
    counts: z.strictObject({ present: count, regrets: count, written: count }),
  }),
])

/**
 * What a version corrects of the one before: why, who answers for it, and the paragraphs that it
 * touches, as `placeOf` names them in this version ("" for what stands outside the text).
 */
const correction = z.strictObject({
  corrects: z.int().min(1),
  reason: z.string().min(1),
  by: named,
  touches: z.array(z.string()),
})

/** That a version takes the report back: it says why, and holds no text. */
const withdrawal = z.strictObject({ reason: z.string().min(1), by: named })

/**
 * All that a published version is: what every page, file and register of it is made from, and
 * nothing else. Written once; strict, so that a draft's internals cannot come along by accident.
 * Instants are ISO 8601 in UTC. `sections` stand in reading order and name agenda items, or
 * `opening` and `closing`.
 */
export const reportContent = z
  .strictObject({
    schema: z.literal(REPORT_SCHEMA),
    /** Language of the text (BCP 47); the page around it may be in another. */
    language: z.string().min(2),
    provenance: z.enum(["written", "archive"]),
    version: z.int().min(1),
    publishedAt: instant,
    group: z.strictObject({
      slug: z.string().min(1),
      shortName: z.string().min(1),
      name: z.string().min(1),
    }),
    meeting: z.strictObject({
      number: z.int().min(1),
      /** The number as the report itself prints it, where it came from the archive ("XXII"). */
      printed: z.array(z.string().min(1)),
      title: words,
      startsAt: instant,
      zone: z.string().min(1),
      minutes: z.int().min(1).nullable(),
      place: words,
    }),
    chairs: z.array(named),
    hosts: z.array(named),
    moderators: z.array(named),
    noteTaker: named.nullable(),
    agenda: z.array(agendaItem),
    sections: z.array(z.strictObject({ id: z.string().min(1), content: z.array(reportBlock) })),
    attendance,
    /** What the text says of the next call, as it says it; "" when it says nothing. */
    nextMeeting: words,
    /** Null for a first version. */
    correction: correction.nullable(),
    withdrawal: withdrawal.nullable(),
  })
  .superRefine((report, context) => {
    const places = new Set<string>([...OUTSIDE_AGENDA, ...agendaIds(report.agenda)])
    for (const [index, section] of report.sections.entries()) {
      if (places.delete(section.id)) continue
      context.addIssue({
        code: "custom",
        path: ["sections", index, "id"],
        message: `section ${section.id} belongs to no agenda item, or stands twice`,
      })
    }
  })

export type ReportContent = z.infer<typeof reportContent>
export type ReportCorrection = z.infer<typeof correction>
export type ReportWithdrawal = z.infer<typeof withdrawal>
export type ReportAgendaItem = z.infer<typeof agendaItem>
export type ReportPerson = z.infer<typeof named>
export type ReportAttendance = z.infer<typeof attendance>

/** A stored record in today's form, whichever form it was written in. Throws what is none. */
export function readReport(stored: unknown): ReportContent {
  const { schema, ...rest } = z.looseObject({ schema: z.int() }).parse(stored)
  if (schema !== 1) return reportContent.parse(stored)
  return reportContent.parse({ ...rest, schema: REPORT_SCHEMA, correction: null, withdrawal: null })
}

/** The name of a paragraph of a version: its section, and which block there, from 0. */
export function placeOf(section: string, block: number): string {
  return `${section}.${block}`
}

function agendaIds(items: readonly ReportAgendaItem[]): string[] {
  return items.flatMap((item) => [item.id, ...agendaIds(item.children)])
}
