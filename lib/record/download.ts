import { z } from "zod"
import type { ReportContent } from "@/lib/reports/model"
import { type EntryKind, entryKinds } from "./model"
import { openContent } from "./open-content"
import { openOther } from "./open-others"

/** The form of a downloaded record; a reader that meets a higher one must refuse it. */
export const DOWNLOAD_SCHEMA = 1

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const common = {
  schema: z.literal(DOWNLOAD_SCHEMA),
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
}

/**
 * `report.json`: a published version as it stands on the ledger. `record` is hashed as it is (RFC 8785,
 * SHA-256); `names` are what its keys stand for, each provable by its salt, none of those that were erased.
 */
export const reportDownload = z.strictObject({
  format: z.literal("rapporteur-report"),
  schema: common.schema,
  record: z.looseObject({ names: z.record(z.string(), hash), desk: hash }),
  names: common.names,
  ledger: common.ledger,
})

export type ReportDownload = z.infer<typeof reportDownload>

const otherFormats = ["rapporteur-document", "rapporteur-compendium", "rapporteur-edition"] as const

/** `record.json` of anything else on the ledger. Of the first form, without keys, `record` has no `names`. */
const otherDownload = z.strictObject({
  format: z.enum(otherFormats),
  schema: common.schema,
  record: z.looseObject({ names: z.record(z.string(), hash).optional() }),
  names: common.names,
  ledger: common.ledger,
})

/** The same of a document, which is its `document.json` too. */
export const documentDownload = z.strictObject({
  ...otherDownload.shape,
  format: z.literal("rapporteur-document"),
})

export const recordDownload = z.discriminatedUnion("format", [reportDownload, otherDownload])
export type RecordDownload = z.infer<typeof recordDownload>

/** The format of a download of each kind. */
export const formatOf = <Kind extends EntryKind>(kind: Kind): `rapporteur-${Kind}` =>
  `rapporteur-${kind}`

/** A downloaded record as a report with its names. Throws what is none. */
export function openDownload(download: unknown): ReportContent {
  const { record, names } = reportDownload.parse(download)
  return openContent(record, namesIn(names))
}

/** The content of a downloaded edition with its names; null for what is no such download. */
export function openEditionDownload(download: unknown): unknown {
  const read = otherDownload.safeParse(download)
  if (!read.success || read.data.format !== "rapporteur-edition") return null
  return openOther("edition", read.data.record, namesIn(read.data.names))
}

const namesIn = (names: RecordDownload["names"]) =>
  new Map(Object.entries(names).map(([key, { name }]) => [key, name]))
