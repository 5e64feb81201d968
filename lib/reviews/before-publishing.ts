import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Reader } from "@/db/client"
import { meetings } from "@/db/schema/meetings"
import { getDeskGroup } from "@/lib/groups/queries"
import { type Actor, personOf } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { publishMinutesInput } from "@/lib/reports/input"
import { findOpenProposal, publishersOf } from "@/lib/reports/proposals"
import { openMarks, type QuoteMark } from "./model"
import { readStanding } from "./standing"

/** What a co-chair has to know before publishing, besides the text itself. */
export type BeforePublishing = {
  /** Whose answer about words that stand is open, also where nobody asked; of the archive only in a review. */
  open: { name: string; mark: QuoteMark }[]
  /** Whether the group asks for two co-chairs. */
  two: boolean
  proposal: {
    by: string
    at: Date
    own: boolean
    input: z.output<typeof publishMinutesInput>
  } | null
}

/** What is open of a meeting before its report is published, and what another co-chair proposed. */
export async function getBeforePublishing(
  actor: Actor,
  slug: string,
  meetingId: string,
): Promise<BeforePublishing> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "report.publish", { groupId: group.id })
  const db = database()
  const [standing, quiet, publishers, proposal] = await Promise.all([
    readStanding(db, meetingId),
    isFromArchive(db, meetingId),
    publishersOf(db, group.id),
    findOpenProposal(db, meetingId),
  ])
  return {
    open:
      quiet && !standing.counts
        ? []
        : standing.people
            .filter(({ mark, statements }) => statements.length > 0 && openMarks.includes(mark))
            .map(({ name, mark }) => ({ name, mark })),
    two: publishers > 1,
    proposal: proposal && {
      by: proposal.by,
      at: proposal.proposedAt,
      own: proposal.proposedBy === personOf(actor),
      input: proposal.input,
    },
  }
}

async function isFromArchive(reader: Reader, meetingId: string): Promise<boolean> {
  const [meeting] = await reader
    .select({ fromArchive: meetings.fromArchive })
    .from(meetings)
    .where(eq(meetings.id, meetingId))
  return meeting?.fromArchive ?? false
}
