import { and, eq, isNotNull, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { checkReport } from "@/lib/check/check"
import { type CheckContext, type Finding, NO_CONTEXT, type ReportFacts } from "@/lib/check/model"
import { heldAt } from "./held-at"

/** Rules that need the other reports of the group; they are asked when a page is read, and not stored. */
const GROUP_WIDE: ReadonlySet<string> = new Set(["number-duplicate", "number-gap"])

/** `heldAt`: an instant, or a day alone. */
export type Numbered = { id: string; number: number | null; heldAt: string | null; name: string }

/** Meetings of the group and the open drafts of all its batches, as the rules look at them. */
export async function numberedInGroup(reader: Reader, groupId: string): Promise<Numbered[]> {
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
      heldAt,
      name: importFiles.name,
    })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .where(
      and(
        eq(importBatches.groupId, groupId),
        eq(importFiles.state, "read"),
        eq(importFiles.kind, "report"),
      ),
    )
  const kept = held.map(({ at, ...row }) => ({ ...row, heldAt: at?.toISOString() ?? null }))
  return [...kept, ...drafts]
}

/** The hour of most starts (UTC, `13:00`), of two as frequent the later one of the list; null without any. */
export function usualTime(all: readonly Numbered[]): string | null {
  const times = new Map<string, number>()
  for (const { heldAt: at } of all) {
    const time = at && at.length > 10 ? at.slice(11, 16) : null
    if (time) times.set(time, (times.get(time) ?? 0) + 1)
  }
  return [...times].reduce<[string | null, number]>(
    (best, each) => (each[1] >= best[1] ? each : best),
    [null, 0],
  )[0]
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
