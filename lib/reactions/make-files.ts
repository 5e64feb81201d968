import { and, eq } from "drizzle-orm"
import { editions } from "@/db/schema/editions"
import { reports } from "@/db/schema/reports"
import { database, transaction } from "@/lib/platform/database"
import { enqueueAll } from "@/lib/platform/jobs"
import { queueFiles } from "@/lib/report-files/drop-files"

/** The files of a version of a meeting's report are made. */
export async function makeFilesOf(meetingId: string, version: number): Promise<void> {
  const rows = await database()
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.meetingId, meetingId), eq(reports.version, version)))
  await queue(rows)
}

/** The files of all reports are made that were published together from the archive. */
export async function makeFilesOfArchive(publicationId: string): Promise<void> {
  const rows = await database()
    .select({ id: reports.id })
    .from(reports)
    .where(eq(reports.archivePublicationId, publicationId))
  await queue(rows)
}

/** The files of an edition of a mapping are made. */
export async function makeFilesOfEdition(mappingId: string, number: number): Promise<void> {
  const rows = await database()
    .select({ editionId: editions.id })
    .from(editions)
    .where(and(eq(editions.mappingId, mappingId), eq(editions.number, number)))
  await transaction((tx) => enqueueAll(tx, "files", rows))
}

async function queue(rows: readonly { id: string }[]): Promise<void> {
  if (rows.length === 0) return
  await transaction((tx) =>
    queueFiles(
      tx,
      rows.map(({ id }) => id),
    ),
  )
}
