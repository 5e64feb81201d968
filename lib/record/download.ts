import { z } from "zod"
import type { ReportContent } from "@/lib/reports/model"
import { entryKinds } from "./model"
import { openContent } from "./open-content"

/** The form of a downloaded record; a reader that meets a higher one must refuse it. */
export const DOWNLOAD_SCHEMA = 1

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * `report.json`: a published version as it stands on the ledger. `record` is hashed as it is (RFC 8785,
 * SHA-256); `names` are what its keys stand for, each provable by its salt, none of those that were erased.
 */
export const reportDownload = z.strictObject({
  format: z.literal("rapporteur-report"),
  schema: z.literal(DOWNLOAD_SCHEMA),
  record: z.looseObject({ names: z.record(z.string(), hash), desk: hash }),
  names: z.record(z.string(), z.strictObject({ name: z.string(), salt: z.string() })),
  ledger: z.strictObject({
    position: z.int().min(1),
    kind: z.enum(entryKinds),
    address: z.string(),
    sha256: hash,
    previous: hash.nullable(),
    hash,
    at: z.iso.datetime(),
  }),
})

export type ReportDownload = z.infer<typeof reportDownload>

/** A downloaded record as a report with its names. Throws what is none. */
export function openDownload(download: unknown): ReportContent {
  const { record, names } = reportDownload.parse(download)
  return openContent(record, new Map(Object.entries(names).map(([key, { name }]) => [key, name])))
}
