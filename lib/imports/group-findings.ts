import { checkReport } from "@/lib/check/check"
import { type CheckContext, type Finding, NO_CONTEXT, type ReportFacts } from "@/lib/check/model"

/** Rules that need the other reports of the group; they are asked when a page is read, and not stored. */
const GROUP_WIDE: ReadonlySet<string> = new Set(["number-duplicate", "number-gap"])

/** `heldAt`: an instant, or a day alone. */
export type Numbered = {
  id: string
  number: number | null
  heldAt: string | null
  name: string
  /** The batch of a file; null for a meeting. */
  batchId?: string | null
}

/** What has a number already, a meeting of the group or another file that is open, and where it is on the desk. */
export type Holder = { kind: "meeting" | "file"; path: string }

/** Which of the others has the number of a draft: the one that `number-duplicate` speaks of. `slug` is of the group. */
export function holderOf(draft: Numbered, all: readonly Numbered[], slug: string): Holder | null {
  const own = all.find(
    ({ id, number }) => id !== draft.id && number !== null && number === draft.number,
  )
  if (!own) return null
  const { id, batchId } = own
  return batchId
    ? { kind: "file", path: `/desk/${slug}/import/${batchId}/${id}` }
    : { kind: "meeting", path: `/desk/${slug}/meetings/${id}` }
}

/** What the rules that look at the whole group find of one draft's number. */
export function groupFindings(draft: Numbered, all: readonly Numbered[]): Finding[] {
  const others = all.flatMap(({ id, number, heldAt: at, name }) =>
    id === draft.id || number === null ? [] : [{ number, day: at?.slice(0, 10) ?? null, name }],
  )
  return checkReport(factsOf(draft), contextOf(others)).filter(({ rule }) => GROUP_WIDE.has(rule))
}

const contextOf = (others: CheckContext["meetings"]): CheckContext => ({
  ...NO_CONTEXT,
  meetings: others,
})

/** A report of which only number and day are known. */
function factsOf({ number, heldAt: at }: Numbered): ReportFacts {
  const day = at?.slice(0, 10)
  const value = {
    where: "text" as const,
    date: day ?? "",
    time: null,
    zone: null,
    instant: null,
    weekday: null,
    printed: "",
    at: { line: 1, from: 0, to: 0 },
  }
  return {
    numbers: {
      printed: [],
      canonical: number === null ? null : { value: number, at: null, how: "read" },
    },
    starts: [],
    start: day ? { value, at: null, how: "read" } : null,
    hosts: [],
    moderators: [],
    participants: [],
    participantsHeading: null,
    participantsPromise: null,
    agenda: [],
    headings: [],
    sections: [],
    mentions: [],
    decisions: [],
    actions: [],
    nextMeeting: null,
    links: [],
    strays: [],
    paragraphs: [],
  }
}
