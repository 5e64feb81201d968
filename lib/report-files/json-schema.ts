import { z } from "zod"
import { reportDownload } from "@/lib/record/download"
import { REPORT_SCHEMA, reportContent } from "@/lib/reports/model"

const { correction, withdrawal } = reportContent.shape

const described = z.strictObject({
  ...reportDownload.shape,
  record: z.strictObject({
    ...reportContent.shape,
    ...reportDownload.shape.record.shape,
    // Versions from before there were corrections say nothing of them.
    schema: z.literal([1, REPORT_SCHEMA]),
    correction: correction.optional(),
    withdrawal: withdrawal.optional(),
  }),
})

/**
 * What `report.json` is, as JSON Schema (2020-12). Served as a file, so that it stays what it was when
 * the form goes on: a test holds the file to this.
 */
export function reportSchema(): unknown {
  const schema = z.toJSONSchema(described, { io: "input", reused: "ref" })
  return {
    ...schema,
    $id: "urn:rapporteur:report-download:1",
    title: "A published report of a meeting with its place on the ledger, form 1",
    description:
      "`record` is what the ledger's SHA-256 is made over, in the canonical form of RFC 8785; `names` are what its keys stand for.",
  }
}
