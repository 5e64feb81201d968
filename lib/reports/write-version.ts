import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { reportChecks, reportOverrides } from "@/db/schema/checks"
import { reports } from "@/db/schema/reports"
import { appendEntry } from "@/lib/record/append-entry"
import { keepNames } from "@/lib/record/keep-names"
import { addressOf } from "@/lib/record/model"
import { sealVersion } from "@/lib/record/seal-version"
import { keepReportLinks } from "./keep-links"
import type { ReportContent } from "./model"
import type { answerErrors } from "./overrides"

/** A version as it is written: its content, and what the check said of it on that day. */
export type NewVersion = {
  groupId: string
  meetingId: string
  content: ReportContent
  minutesRevision: number
  publishedBy: string
  findings: Parameters<typeof answerErrors>[0]
  overrides: ReturnType<typeof answerErrors>
  archivePublicationId?: string
}

/**
 * Step: writes a version of a report without its names, the names beside it, its findings and the reasons to
 * publish in spite of them, and its entry on the ledger. Resolves to its id and hash. The database refuses a
 * version that does not follow the last one.
 */
export async function writeVersion(
  tx: Transaction,
  version: NewVersion,
): Promise<{ reportId: string; sha256: string }> {
  const { groupId, meetingId, content, minutesRevision, publishedBy } = version
  const archivePublicationId = version.archivePublicationId ?? null
  const earlier = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(eq(reports.meetingId, meetingId))
  const sealed = await sealVersion(tx, content, {
    ...{ meetingId, minutesRevision, publishedBy, archivePublicationId },
    findings: version.findings,
    overrides: version.overrides,
  })
  const { number } = content.meeting
  const at = new Date(content.publishedAt)
  const [report] = await tx
    .insert(reports)
    .values({
      ...{ groupId, meetingId, number, minutesRevision, publishedBy, archivePublicationId },
      version: content.version,
      content: sealed.content,
      sha256: sealed.sha256,
      publishedAt: at,
    })
    .returning({ id: reports.id })
  if (!report) throw new Error("A report was not written")
  const reportId = report.id
  const ofBefore = earlier.map(({ id }) => id)
  await keepNames(tx, { kind: "report", id: reportId, earlier: ofBefore }, sealed.names)
  await tx.insert(reportChecks).values({ reportId, findings: sealed.findings })
  if (sealed.overrides.length > 0) {
    await tx.insert(reportOverrides).values(
      sealed.overrides.map(({ finding, reason }) => ({
        ...{ reportId, rule: finding.rule, finding, reason },
        overriddenBy: publishedBy,
      })),
    )
  }
  await appendEntry(tx, {
    ...{ groupId, kind: "report", subjectId: reportId, sha256: sealed.sha256, at },
    address: addressOf.report(number, content.version),
  })
  await keepReportLinks(tx, { groupId, meetingId })
  return { reportId, sha256: sealed.sha256 }
}
