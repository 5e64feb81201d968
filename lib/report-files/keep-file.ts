import { and, eq, sql } from "drizzle-orm"
import { recordNames, reportFiles } from "@/db/schema/record"
import { database } from "@/lib/platform/database"
import type { MadeFormat } from "./formats"

export type MadeFile = { file: Uint8Array; sha256: string; madeAt: Date }

/**
 * Keeps a file, unless a name was erased from the version since it was read (`erased`: how many were
 * then). One statement, which waits for whoever is erasing a name: what they take away must not come
 * back. Resolves to the file that is kept: where another was first, that one, since readers keep what they
 * were given at this address for good. Its error says why in few words, without the file.
 */
export async function keepFile(
  { reportId, format, erased }: { reportId: string; format: MadeFormat; erased: number },
  { file, sha256, madeAt }: MadeFile,
): Promise<MadeFile> {
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
      on conflict (report_id, format) do nothing
      returning format`)
    if (kept.length > 0) return { file, sha256, madeAt }
    const first = await findFirst(reportId, format, erased)
    if (first) return first
  } catch (error) {
    throw refused(reportId, format, (error as { cause?: unknown }).cause)
  }
  throw refused(reportId, format, new Error("a name was erased meanwhile"))
}

/** The file that another maker kept, who knew the same names; null where there is none. */
async function findFirst(
  reportId: string,
  format: MadeFormat,
  erased: number,
): Promise<MadeFile | null> {
  const [found] = await database()
    .select({ file: reportFiles.file, sha256: reportFiles.sha256, madeAt: reportFiles.madeAt })
    .from(reportFiles)
    .where(
      and(
        ...[eq(reportFiles.reportId, reportId), eq(reportFiles.format, format)],
        sql`(select count(${recordNames.erasedAt}) from ${recordNames}
          where ${eq(recordNames.subjectId, reportId)}) = ${erased}`,
      ),
    )
  return found ?? null
}

function refused(reportId: string, format: MadeFormat, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : "the database did not say why"
  return new Error(`report.${format} of version ${reportId} was not kept: ${why}`)
}
