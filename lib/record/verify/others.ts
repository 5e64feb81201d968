import { eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { compendia, consultations } from "@/db/schema/consultations"
import { documentPublications, documents, documentVersions } from "@/db/schema/documents"
import { editions } from "@/db/schema/editions"
import { mandates, mappings } from "@/db/schema/mapping"
import { sha256Of } from "../canonical"
import { addressOf } from "../model"
import { isSealedContent } from "../open-others"
import { nameOf, type StoredEntry } from "./chain"
import type { Difference } from "./model"
import { nameDifferences, readNames, type StoredName } from "./names"

/** A published version that is no report. */
type Version = {
  kind: "document" | "compendium" | "edition"
  id: string
  what: string
  groupId: string
  /** Where it is read, below its group, as its columns say. */
  address: string
  /** Whether the columns beside the content repeat what it says. */
  repeats: boolean
  content: unknown
  sha256: string
  /** Null while it is not public: then it has no entry. */
  publishedAt: Date | null
}

/** Compares the versions of documents, compendia and editions with their entries. */
export async function otherDifferences(
  reader: Reader,
  entries: ReadonlyMap<string, StoredEntry>,
): Promise<{
  documents: number
  compendia: number
  editions: number
  names: number
  erased: number
  differences: Difference[]
}> {
  const [ofDocuments, ofCompendia, ofEditions] = [
    await readDocuments(reader),
    await readCompendia(reader),
    await readEditions(reader),
  ]
  const versions = [...ofDocuments, ...ofCompendia, ...ofEditions]
  const names = await readNames(
    reader,
    versions.map(({ id }) => id),
  )
  const all = [...names.values()].flat()
  return {
    names: all.length,
    erased: all.filter(({ erasedAt }) => erasedAt !== null).length,
    documents: ofDocuments.length,
    compendia: ofCompendia.length,
    editions: ofEditions.length,
    differences: versions.flatMap((version) => {
      const entry = entries.get(version.id)
      const where = entry ? nameOf(entry) : version.what
      const whats = [
        ...differencesOf(version, entry),
        ...namesOf(version, names.get(version.id) ?? []),
      ]
      return whats.map((what) => ({ where, what }))
    }),
  }
}

/** What is wrong with its names; a version of the first form has none beside it. */
function namesOf({ kind, content }: Version, names: readonly StoredName[]): string[] {
  try {
    return nameDifferences(kind, isSealedContent(content) ? content.names : {}, names)
  } catch {
    return ["its form is not one that this version knows"]
  }
}

async function readDocuments(reader: Reader): Promise<Version[]> {
  const rows = await reader
    .select({ version: documentVersions, document: documents, published: documentPublications })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .leftJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
  return rows.map(({ version, document, published }) => ({
    ...{ kind: "document", id: version.id, content: version.content, sha256: version.sha256 },
    what: `document ${document.slug}, version ${version.number}`,
    address: addressOf.document(document.slug, version.number),
    repeats: repeats(version.content, version),
    groupId: document.groupId,
    publishedAt: published?.publishedAt ?? null,
  }))
}

async function readCompendia(reader: Reader): Promise<Version[]> {
  const rows = await reader
    .select({ compendium: compendia, consultation: consultations })
    .from(compendia)
    .innerJoin(consultations, eq(consultations.id, compendia.consultationId))
  return rows.map(({ compendium, consultation }) => ({
    ...{ kind: "compendium", id: compendium.id, content: compendium.content },
    sha256: compendium.sha256,
    what: `compendium of ${consultation.slug}, version ${compendium.version}`,
    address: addressOf.compendium(consultation.slug, compendium.version),
    repeats: true,
    groupId: consultation.groupId,
    publishedAt: compendium.publishedAt,
  }))
}

async function readEditions(reader: Reader): Promise<Version[]> {
  const rows = await reader
    .select({ edition: editions, mandate: mandates.slug, groupId: mappings.groupId })
    .from(editions)
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
  return rows.map(({ edition, mandate, groupId }) => {
    const said = edition.content as Record<string, unknown>
    return {
      kind: "edition",
      ...{ id: edition.id, content: edition.content, sha256: edition.sha256, groupId },
      what: `mapping ${mandate}, edition ${edition.number}`,
      address: addressOf.edition(mandate, edition.number),
      repeats:
        said.number === edition.number &&
        said.note === edition.note &&
        said.frozenAt === edition.frozenAt.toISOString(),
      publishedAt: edition.frozenAt,
    }
  })
}

/** Whether a version's number, name and note are those of its content. */
function repeats(
  content: unknown,
  { number, name, note }: { number: number; name: string; note: string },
) {
  const said = (content as { version?: unknown }).version as Record<string, unknown> | undefined
  return said?.number === number && said.name === name && said.note === note
}

function differencesOf(version: Version, entry: StoredEntry | undefined): string[] {
  const found: string[] = []
  const sha256 = sha256Of(version.content)
  if (sha256 !== version.sha256) found.push("its content is not what was sealed")
  if (!version.repeats) found.push("its columns say another number, name or note than its content")
  if (version.publishedAt === null)
    return entry ? [...found, "it stands on the ledger and is not public any more"] : found
  if (!entry) return [...found, "it does not stand on the ledger"]
  if (sha256 !== entry.sha256 || version.sha256 !== entry.sha256)
    found.push("it is not what was published")
  if (entry.address !== version.address)
    found.push("its address or version is not the one on the ledger")
  if (entry.groupId !== version.groupId) found.push("it stands on the ledger of another group")
  if (entry.at.getTime() !== version.publishedAt.getTime())
    found.push("its time of publication is not the one on the ledger")
  return found
}
