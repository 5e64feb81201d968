import { and, eq, isNotNull, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { checkReport } from "@/lib/check/check"
import { type CheckContext, type Finding, NO_CONTEXT, type ReportFacts } from "@/lib/check/model"

/** Rules that need the other reports of the group; they are asked when a page is read, and not stored. */
const GROUP_WIDE: ReadonlySet<string> = new Set(["number-duplicate", "number-gap"])

export type Numbered = { id: string; number: number | null; startsAt: string | null; name: string }

/** Meetings of the group and the other open drafts of a batch, as the rules look at them. */
export async function numberedInGroup(
  reader: Reader,
  { groupId, batchId }: { groupId: string; batchId: string },
): Promise<Numbered[]> {
  const held = await reader
    .select({
      id: meetings.id,
      number: meetings.number,
      at: meetings.startsAt,
      name: meetings.title,
    })
    .from(meetings)
    .where(and(eq(meetings.groupId, groupId), isNotNull(meetings.number)))
  const drafts = await reader
    .select({
      id: importFiles.id,
      number: sql<number | null>`(${importFiles.corrected}->>'number')::int`,
      startsAt: sql<string | null>`${importFiles.corrected}->>'startsAt'`,
      name: importFiles.name,
    })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.batchId, batchId),
        eq(importFiles.state, "read"),
        eq(importFiles.kind, "report"),
      ),
    )
  const kept = held.map(({ at, ...row }) => ({ ...row, startsAt: at?.toISOString() ?? null }))
  return [...kept, ...drafts]
}

/** What the rules that look at the whole group find of one draft's number. */
export function groupFindings(draft: Numbered, all: readonly Numbered[]): Finding[] {
  const others = all.flatMap(({ id, number, startsAt, name }) =>
    id === draft.id || number === null
      ? []
      : [{ number, day: startsAt?.slice(0, 10) ?? null, name }],
  )
  return checkReport(factsOf(draft), contextOf(others)).filter(({ rule }) => GROUP_WIDE.has(rule))
}

const contextOf = (others: CheckContext["meetings"]): CheckContext => ({
  ...NO_CONTEXT,
  meetings: others,
})

/** A report of which only number and day are known. */
function factsOf({ number, startsAt }: Numbered): ReportFacts {
  const day = startsAt?.slice(0, 10)
  const value = {
    where: "text" as const,
    date: day ?? "",
    time: null,
    zone: null,
    instant: startsAt,
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
