import { createHash } from "node:crypto"
import { and, eq, isNotNull, sql } from "drizzle-orm"
import { recordNames, reportFiles } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { openVersion } from "@/lib/record/open-content"
import { findDownload, findEntry } from "@/lib/record/public-queries"
import { type MadeFormat, madeFormats } from "./formats"
import { keepFile, type MadeFile } from "./keep-file"
import { type VersionForFiles, writeFile } from "./write-file"

/**
 * Makes the files of a version that are not there, and keeps each as soon as it is made. Those that
 * can be made are, even where another fails; the first failure is thrown at the end.
 */
export async function makeFiles(reportId: string): Promise<void> {
  const rows = await database()
    .select({ format: reportFiles.format })
    .from(reportFiles)
    .where(eq(reportFiles.reportId, reportId))
  const kept = new Set(rows.map(({ format }) => format))
  const missing = madeFormats.filter((format) => !kept.has(format))
  if (missing.length === 0) return
  const version = await findVersion(reportId)
  if (!version) return
  const failures: unknown[] = []
  for (const format of missing) {
    try {
      const made = await madeFile(version, format)
      await keepFile({ reportId, format, erased: version.erased }, made)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

const making = new Map<string, Promise<MadeFile | null>>()

/**
 * One file of a version, made now and kept; null when there is no such version. Whoever asks for the
 * same file at the same time waits for the same making. Not being able to keep it is no reason not
 * to give it, but that a name was erased while it was made: then it is made again without.
 */
export function makeFile(reportId: string, format: MadeFormat): Promise<MadeFile | null> {
  const key = `${reportId} ${format}`
  const known = making.get(key)
  if (known) return known
  const made = makeNow(reportId, format).finally(() => making.delete(key))
  making.set(key, made)
  return made
}

async function makeNow(reportId: string, format: MadeFormat): Promise<MadeFile | null> {
  const version = await findVersion(reportId)
  if (!version) return null
  const made = await madeFile(version, format)
  try {
    return await keepFile({ reportId, format, erased: version.erased }, made)
  } catch (error) {
    // Whoever joined in the waiting may have asked after the erasing, and would keep it for a year.
    if ((await countErased(reportId)) !== version.erased) return makeNow(reportId, format)
    log().error({ error }, "a file was made and given, and not kept")
    return made
  }
}

/** How many names of a version are erased. */
const countErased = (reportId: string): Promise<number> =>
  database().$count(
    recordNames,
    and(eq(recordNames.subjectId, reportId), isNotNull(recordNames.erasedAt)),
  )

async function madeFile(version: VersionForFiles, format: MadeFormat): Promise<MadeFile> {
  const file = await writeFile(version, format)
  return { file, sha256: createHash("sha256").update(file).digest("hex"), madeAt: now() }
}

/** A version with its place on the ledger; null when there is none. */
async function findVersion(reportId: string): Promise<VersionForFiles | null> {
  const [stored] = await database()
    .select({ id: reports.id, content: reports.content, sha256: reports.sha256 })
    .from(reports)
    .where(eq(reports.id, reportId))
  if (!stored) return null
  // Before the names themselves, so that one which is erased meanwhile is noticed.
  const erased = await countErased(reportId)
  const [report, entry, download] = await Promise.all([
    openVersion(database(), stored),
    findEntry(reportId),
    findDownload(reportId),
  ])
  return {
    report,
    published: { origin: env().origin, sha256: stored.sha256, entry },
    download,
    erased,
  }
}

/**
 * Versions of which a file is missing, the oldest first, behind the version `after`: after an update, or
 * when a job was lost.
 */
export async function findUnmade(after: string | null = null, limit = 1000): Promise<string[]> {
  const rows = await database()
    .select({ id: reports.id })
    .from(reports)
    .leftJoin(reportFiles, eq(reportFiles.reportId, reports.id))
    .where(
      after
        ? sql`(${reports.publishedAt}, ${reports.id}) > (select before.published_at, before.id
            from ${reports} before where before.id = ${after})`
        : undefined,
    )
    .groupBy(reports.id)
    .having(
      sql`count(*) filter (where ${reportFiles.format} in (${sql.join(
        madeFormats.map((format) => sql`${format}`),
        sql`, `,
      )})) < ${madeFormats.length}`,
    )
    .orderBy(reports.publishedAt, reports.id)
    .limit(limit)
  return rows.map(({ id }) => id)
}
