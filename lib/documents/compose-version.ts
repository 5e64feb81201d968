import type { DocumentText } from "./model"
import { VERSION_SCHEMA, type VersionContent, versionContent } from "./version-content"
import { withoutRecords } from "./without-records"

/** ISO 8601 in UTC, to the second: the form in which instants stand in a record. */
const instant = (at: Date) => at.toISOString().replace(/\.\d{3}Z$/, "Z")

/** A version, made of a document and its text: people are names in it, never records. */
export function composeVersion(
  given: Pick<VersionContent, "group" | "document"> & {
    version: Omit<VersionContent["version"], "madeAt"> & { madeAt: Date }
    text: DocumentText
  },
): VersionContent {
  return versionContent.parse({
    schema: VERSION_SCHEMA,
    group: given.group,
    document: given.document,
    version: { ...given.version, madeAt: instant(given.version.madeAt) },
    text: withoutRecords(given.text),
  })
}
