import { eq } from "drizzle-orm"
import type { Database } from "../client"
import { recordNames } from "../schema/record"
import { reports } from "../schema/reports"
import { arrangeReport } from "./meetings"

/** That a published report of a meeting names somebody. */
export async function arrangeRecordName(
  db: Database,
  given: { groupId: string; meetingId: string; personId: string },
): Promise<void> {
  const { groupId, meetingId, personId } = given
  await arrangeReport(db, { id: meetingId, groupId, number: 1 }, personId)
  const [report] = await db
    .select({ id: reports.id })
    .from(reports)
    .where(eq(reports.meetingId, meetingId))
  await db.insert(recordNames).values({
    ...{
      kind: "report",
      subjectId: report?.id ?? "",
      key: "p1",
      personId,
      name: "Chiara",
      salt: "5a",
    },
    commitment: "c".repeat(64),
  })
}
