import { and, asc, desc, eq, inArray, isNotNull, lt, type SQL } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { minutesContributors, minutesRevisionNames } from "@/db/schema/live-minutes"
import { minutesRevisions } from "@/db/schema/minutes"
import { people } from "@/db/schema/people"
import { isApplied, quotedBy, restoredFrom } from "./model"

/** One kept revision, without its text. */
export type Revision = {
  number: number
  savedAt: Date
  /** Who saved it; null when the portal kept it by itself. */
  author: string | null
  /** Who wrote since the revision before, else who saved it; nobody when the portal itself wrote. */
  authors: string[]
  /** The older revision that this one brought back. */
  restoredFrom: number | null
  /** Who is quoted and asked for the words that it put into the text. */
  quotedBy: string | null
  /** What somebody named it. */
  name: string | null
  kind: "first" | "restored" | "applied" | "quoted" | "automatic" | "saved"
}

export type Which = { before?: number | undefined; named?: boolean; numbers?: number[] }

function kindOf(number: number, note: string, authorId: string | null): Revision["kind"] {
  if (restoredFrom(note) !== null) return "restored"
  if (isApplied(note)) return "applied"
  if (quotedBy(note) !== null) return "quoted"
  if (number === 1) return "first"
  return authorId === null ? "automatic" : "saved"
}

/** Revisions of a meeting's minutes with their authors, newest first. Does not authorize. */
export async function findRevisions(
  reader: Reader,
  meetingId: string,
  { before, named, numbers }: Which,
  limit: number,
): Promise<Revision[]> {
  const wanted: (SQL | undefined)[] = [
    eq(minutesRevisions.meetingId, meetingId),
    before === undefined ? undefined : lt(minutesRevisions.number, before),
    named ? isNotNull(minutesRevisionNames.name) : undefined,
    numbers ? inArray(minutesRevisions.number, numbers) : undefined,
  ]
  const rows = await reader
    .select({
      number: minutesRevisions.number,
      savedAt: minutesRevisions.savedAt,
      authorId: minutesRevisions.authorId,
      author: people.name,
      note: minutesRevisions.note,
      name: minutesRevisionNames.name,
    })
    .from(minutesRevisions)
    .leftJoin(people, eq(people.id, minutesRevisions.authorId))
    .leftJoin(
      minutesRevisionNames,
      and(
        eq(minutesRevisionNames.meetingId, minutesRevisions.meetingId),
        eq(minutesRevisionNames.number, minutesRevisions.number),
      ),
    )
    .where(and(...wanted))
    .orderBy(desc(minutesRevisions.number))
    .limit(limit)
  const writers = await contributorsOf(
    reader,
    meetingId,
    rows.map(({ number }) => number),
  )
  return rows.map(({ note, authorId, ...row }) => ({
    ...row,
    authors: writers.get(row.number) ?? (row.author === null ? [] : [row.author]),
    restoredFrom: restoredFrom(note),
    quotedBy: quotedBy(note),
    kind: kindOf(row.number, note, authorId),
  }))
}

async function contributorsOf(
  reader: Reader,
  meetingId: string,
  numbers: number[],
): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>()
  if (numbers.length === 0) return found
  const rows = await reader
    .select({ number: minutesContributors.number, name: people.name })
    .from(minutesContributors)
    .innerJoin(people, eq(people.id, minutesContributors.personId))
    .where(
      and(
        eq(minutesContributors.meetingId, meetingId),
        inArray(minutesContributors.number, numbers),
      ),
    )
    .orderBy(asc(people.name))
  for (const { number, name } of rows) found.set(number, [...(found.get(number) ?? []), name])
  return found
}
