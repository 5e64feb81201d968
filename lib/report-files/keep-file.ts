import { eq, sql } from "drizzle-orm"
import { recordNames, reportFiles } from "@/db/schema/record"
import { database } from "@/lib/platform/database"
import type { MadeFormat } from "./formats"

export type MadeFile = { file: Uint8Array; sha256: string; madeAt: Date }

/**
 * Keeps a file, unless a name was erased from the version since it was read (`erased`: how many were
 * then). One statement, which waits for whoever is erasing a name: what they take away must not come
 * back. Its error says why in few words, without the file.
 */
export async function keepFile(
  { reportId, format, erased }: { reportId: string; format: MadeFormat; erased: number },
  { file, sha256, madeAt }: MadeFile,
): Promise<void> {
  const fields = sql`(report_id, format, file, sha256, created_at)`
  try {
    const kept = await database().execute(sql`
      with held as (
        select ${recordNames.erasedAt} from ${recordNames}
        where ${eq(recordNames.subjectId, reportId)} for share
      )
      insert into ${reportFiles} ${fields}
      select ${reportId}::uuid, ${format}, ${Buffer.from(file)}::bytea, ${sha256}, ${madeAt.toISOString()}::timestamptz
      where (select count(erased_at) from held) = ${erased}
      on conflict (report_id, format) do update
      set file = excluded.file, sha256 = excluded.sha256, created_at = excluded.created_at
      returning format`)
    if (kept.length > 0) return
  } catch (error) {
    throw refused(reportId, format, (error as { cause?: unknown }).cause)
  }
  throw refused(reportId, format, new Error("a name was erased meanwhile"))
}

function refused(reportId: string, format: MadeFormat, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : "the database did not say why"
  return new Error(`report.${format} of version ${reportId} was not kept: ${why}`)
}
