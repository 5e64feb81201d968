import type { Transaction } from "@/db/client"
import { record } from "@/lib/activity/record"
import { keepPublicLinks } from "@/lib/documents/keep-public-links"
import { keepNewestLinks } from "@/lib/editions/keep-links"
import type { Actor } from "@/lib/platform/actor"
import { keepReportLinks } from "@/lib/reports/keep-links"
import { writeSource } from "@/lib/search/write-source"
import type { EntryKind } from "./model"
import { type Origin, originsOf } from "./origins"

/** What is written again of each kind, by the record of which a version was published. */
const sources: Record<EntryKind, { subject: string; source: string }> = {
  report: { subject: "meeting", source: "meeting" },
  document: { subject: "document", source: "document" },
  compendium: { subject: "consultation", source: "consultation" },
  edition: { subject: "mapping", source: "edition" },
}

/**
 * Step: what is found of each meeting, document, consultation and mapping, and the words of its links, are
 * written again; one event for each tells of it, and what is kept of its group's pages is dropped.
 */
export async function tellOfErasure(
  tx: Transaction,
  actor: Actor,
  {
    held,
    documentIds,
    because,
  }: {
    held: readonly { subjectId: string; key: string }[]
    /** Documents of which something was erased beside their versions. */
    documentIds: readonly string[]
    because: string
  },
): Promise<void> {
  const versions = [...new Set(held.map(({ subjectId }) => subjectId))]
  for (const { kind, id, groupId, slug, versions: count, versionIds } of await originsOf(tx, {
    versions,
    documentIds,
  })) {
    const { subject, source } = sources[kind]
    const here = new Set(versionIds)
    const names = held
      .filter(({ subjectId }) => here.has(subjectId))
      .map(({ subjectId, key }) => `${subjectId}.${key}`)
    await keepLinks(tx, { kind, id, groupId })
    // At once, not by the job: a page of the search that is kept meanwhile would go on showing the name.
    await writeSource(tx, `${source}:${id}`)
    await record(tx, {
      name: "record.nameErased",
      actor,
      groupId,
      subject: { type: subject, id },
      data: { reports: count, because, names },
      publicChange: [slug],
    })
  }
}

async function keepLinks(
  tx: Transaction,
  { kind, id, groupId }: Pick<Origin, "kind" | "id" | "groupId">,
) {
  if (kind === "report") await keepReportLinks(tx, { groupId, meetingId: id })
  if (kind === "document") await keepPublicLinks(tx, { groupId, documentId: id })
  if (kind === "edition") await keepNewestLinks(tx, { groupId, mappingId: id })
}
