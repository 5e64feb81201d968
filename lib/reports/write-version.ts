import { createHash } from "node:crypto"
import canonicalize from "canonicalize"
import type { Transaction } from "@/db/client"
import { reportChecks, reportOverrides } from "@/db/schema/checks"
import { reports } from "@/db/schema/reports"
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
 * Step: writes a version of a report with its findings and the reasons to publish in spite of them.
 * Resolves to its id and hash. The database refuses a version that does not follow the last one.
 */
export async function writeVersion(
  tx: Transaction,
  version: NewVersion,
): Promise<{ reportId: string; sha256: string }> {
  const { groupId, meetingId, content, minutesRevision, publishedBy, findings } = version
  const sha256 = sha256Of(content)
  const [report] = await tx
    .insert(reports)
    .values({
      groupId,
      meetingId,
      number: content.meeting.number,
      version: content.version,
      content,
      sha256,
      minutesRevision,
      publishedAt: new Date(content.publishedAt),
      publishedBy,
      archivePublicationId: version.archivePublicationId ?? null,
    })
    .returning({ id: reports.id })
  if (!report) throw new Error("A report was not written")
  const reportId = report.id
  await tx.insert(reportChecks).values({ reportId, findings })
  if (version.overrides.length > 0) {
    await tx.insert(reportOverrides).values(
      version.overrides.map(({ finding, reason }) => ({
        reportId,
        rule: finding.rule,
        finding,
        reason,
        overriddenBy: publishedBy,
      })),
    )
  }
  await keepReportLinks(tx, { groupId, meetingId })
  return { reportId, sha256 }
}

/** SHA-256, in hexadecimal, of the content in the canonical form of RFC 8785 (JCS). */
export function sha256Of(content: ReportContent): string {
  return createHash("sha256")
    .update(canonicalize(content) ?? "")
    .digest("hex")
}
