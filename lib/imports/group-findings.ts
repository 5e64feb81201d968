import { checkReport } from "@/lib/check/check"
import { type CheckContext, type Finding, NO_CONTEXT, type ReportFacts } from "@/lib/check/model"

/** Rules that need the other reports of the group; they are asked when a page is read, and not stored. */
const GROUP_WIDE: ReadonlySet<string> = new Set(["number-duplicate", "number-gap"])

/** `heldAt`: an instant, or a day alone. */
export type Numbered = { id: string; number: number | null; heldAt: string | null; name: string }

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
