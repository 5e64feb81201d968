import type { Database } from "../client"
import { corrections } from "../schema/corrections"
import { meetings } from "../schema/meetings"
import { minutes, minutesRevisions } from "../schema/minutes"
import { reports } from "../schema/reports"

/** A meeting of a group: its facts as given, and nothing around it. */
export async function arrangeMeeting(
  db: Database,
  given: Partial<typeof meetings.$inferInsert> & { groupId: string },
) {
  const [meeting] = await db.insert(meetings).values(given).returning()
  if (!meeting) throw new Error("A meeting was not written")
  return meeting
}

/** The first version of a meeting's report, empty: for what only asks whether one is published. */
export async function arrangeReport(
  db: Database,
  meeting: { id: string; groupId: string; number: number | null },
  publishedBy: string,
): Promise<void> {
  await db.insert(reports).values({
    groupId: meeting.groupId,
    meetingId: meeting.id,
    number: meeting.number ?? 1,
    version: 1,
    content: {},
    sha256: "0".repeat(64),
    minutesRevision: 1,
    publishedAt: new Date("2022-01-01T00:00:00Z"),
    publishedBy,
  })
}

/** A correction of the first version of a meeting's report that is being prepared. */
export async function arrangeCorrection(
  db: Database,
  meeting: { id: string; groupId: string },
  begunBy: string,
): Promise<void> {
  await db.insert(corrections).values({
    groupId: meeting.groupId,
    meetingId: meeting.id,
    correctsVersion: 1,
    reason: "A figure was wrong.",
    begunBy,
  })
}

/** Minutes of a meeting with one paragraph under each of the sections named, and in its two own. */
export async function arrangeMinutes(
  db: Database,
  meetingId: string,
  words: Record<string, string>,
): Promise<void> {
  const doc = (text: string) => ({
    type: "doc",
    content: [{ type: "paragraph", ...(text && { content: [{ type: "text", text }] }) }],
  })
  const own = ["opening", "closing"]
  const items = Object.keys(words).filter((id) => !own.includes(id))
  const order = ["opening", ...items, "closing"]
  const sections = Object.fromEntries(order.map((id) => [id, doc(words[id] ?? "")]))
  await db.insert(minutes).values({ meetingId, revision: 1 })
  await db
    .insert(minutesRevisions)
    .values({ meetingId, number: 1, text: { schema: 1, order, sections } })
}
