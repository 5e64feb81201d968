import { z } from "zod"
import { LONGEST_REASON } from "@/lib/reports/input"

/** Reports that are published with one press. */
export const ARCHIVE_AT_ONCE = 100

/** A report as a form showed it: exactly that text is published, beside these facts, or nothing. */
export const chosenReport = z.object({
  meetingId: z.uuid(),
  revision: z.number(),
  /** Where facts, agenda and attendance stand. */
  beside: z.string(),
})

/** As a ticked box sends it: "meeting:revision:beside". */
export const tickOf = ({ meetingId, revision, beside }: z.output<typeof chosenReport>): string =>
  [meetingId, revision, beside].join(":")

/** From which start to which a page listed drafts, "from/to" as an address and a form carry it; "" of none. */
export function listedOf(drafts: readonly { startsAt: Date | null }[]): string {
  const starts = drafts.flatMap(({ startsAt }) => startsAt?.toISOString() ?? []).sort()
  const [first] = starts
  return first ? `${first}/${starts.at(-1)}` : ""
}

const listed = z.tuple([z.iso.datetime(), z.iso.datetime()])

/** Whether a draft stood on the page that listed these: then whoever pressed there left it out. */
export function wasListed(text: string, { startsAt }: { startsAt: Date | null }): boolean {
  const { data } = listed.safeParse(text.split("/"))
  const start = startsAt?.toISOString()
  return data !== undefined && start !== undefined && data[0] <= start && start <= data[1]
}

const chosen = z
  .string()
  .regex(/^[0-9a-f-]{36}:[1-9]\d{0,8}:\d{1,9}\.\d{1,9}\.\d{1,9}$/)
  .transform((text) => {
    const [meetingId = "", revision, beside = ""] = text.split(":")
    return { meetingId, revision: Number(revision), beside }
  })

/** Reports of the past as one press publishes them. A report's own reason stands before the common one. */
export const publishArchiveInput = z.object({
  groupId: z.uuid(),
  reports: z
    .preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(chosen),
    )
    .pipe(
      z
        .array(chosenReport)
        .min(1, { error: "archive.none" })
        .max(ARCHIVE_AT_ONCE, { error: "archive.tooMany" }),
    ),
  language: z.enum(["en", "fr"]).default("en"),
  /** Why reports are published in spite of the errors that the check finds in them. */
  reason: z.string().trim().max(LONGEST_REASON).default(""),
  /** Why one of them is, in its own words; never asked of what has no error. */
  reasons: z
    .array(z.object({ meetingId: z.uuid(), reason: z.string().trim().max(LONGEST_REASON) }))
    .max(ARCHIVE_AT_ONCE)
    .optional(),
})

export const dropArchiveProposalInput = z.object({ groupId: z.uuid() })
