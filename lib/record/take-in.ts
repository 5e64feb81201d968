import { and, asc, eq, lt, notExists, sql } from "drizzle-orm"
import { connect, type Transaction } from "@/db/client"
import { reportChecks, reportOverrides } from "@/db/schema/checks"
import { compendia, consultations } from "@/db/schema/consultations"
import { documentPublications, documents, documentVersions } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { ledgerEntries, reportFiles } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { appendEntry, holdLedger, type NewEntry } from "./append-entry"
import { keepErasuresAway } from "./hold-erasures"
import { keepNames } from "./keep-names"
import { addressOf, type EntryKind } from "./model"
import { isSealed } from "./open-content"
import { sealVersion } from "./seal-version"

/** Written once, as the guards say; this is the one change that they let pass, and only the owner may. */
const sealedTables = ["reports", "report_checks", "report_overrides"] as const

/**
 * Puts every version on the ledger that a release before it published, in the order of publication, and seals
 * the reports among them: their names go beside them, and their old fingerprint with the names. Needs the
 * owner's rights; all of it or nothing; does nothing when it was done. Resolves to how many it took in.
 */
export async function takeInPublished(ownerUrl: string): Promise<number> {
  const connection = connect(ownerUrl, { max: 1, name: "rapporteur ledger" })
  try {
    return await connection.db.transaction(takeIn)
  } finally {
    await connection.end()
  }
}

type Waiting = Omit<NewEntry, "sha256"> & { seal: (tx: Transaction) => Promise<string> }

async function takeIn(tx: Transaction): Promise<number> {
  if ((await waitingIn(tx)).length === 0) return 0
  await keepErasuresAway(tx)
  // Nobody publishes meanwhile: an entry of today must not stand before one of last year. In the order of
  // whoever publishes on another server: the report, its group's ledger, the entry.
  await tx.execute(sql`lock table reports in exclusive mode`)
  for (const { id } of await tx.select({ id: groups.id }).from(groups).orderBy(asc(groups.id)))
    await holdLedger(tx, id)
  await tx.execute(sql`lock table ledger_entries in exclusive mode`)
  const waiting = await waitingIn(tx)
  for (const table of sealedTables)
    await tx.execute(sql`alter table ${sql.identifier(table)} disable trigger user`)
  waiting.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.address < b.address ? -1 : 1))
  for (const { seal, ...entry } of waiting)
    await appendEntry(tx, { ...entry, sha256: await seal(tx) })
  for (const table of sealedTables)
    await tx.execute(sql`alter table ${sql.identifier(table)} enable trigger user`)
  return waiting.length
}

async function waitingIn(tx: Transaction): Promise<Waiting[]> {
  return [
    ...(await waitingReports(tx)),
    ...(await waitingDocuments(tx)),
    ...(await waitingCompendia(tx)),
  ]
}

const isMissing = (
  tx: Transaction,
  kind: EntryKind,
  id: typeof reports.id | typeof compendia.id | typeof documentVersions.id,
) =>
  notExists(
    tx
      .select({ one: sql`1` })
      .from(ledgerEntries)
      .where(and(eq(ledgerEntries.kind, kind), eq(ledgerEntries.subjectId, id))),
  )

async function waitingReports(tx: Transaction): Promise<Waiting[]> {
  const rows = await tx
    .select({
      ...{ id: reports.id, groupId: reports.groupId, at: reports.publishedAt },
      ...{ number: reports.number, version: reports.version },
    })
    .from(reports)
    .where(isMissing(tx, "report", reports.id))
    .orderBy(asc(reports.publishedAt))
  return rows.map(({ id, groupId, number, version, at }) => ({
    ...{ groupId, kind: "report", subjectId: id, at },
    address: addressOf.report(number, version),
    seal: (open) => sealReport(open, id),
  }))
}

/** Takes the names out of a report of an earlier release. Resolves to its new hash. */
async function sealReport(tx: Transaction, id: string): Promise<string> {
  const [row] = await tx.select().from(reports).where(eq(reports.id, id))
  if (!row) throw new Error(`Report ${id} is gone`)
  if (isSealed(row.content)) return row.sha256
  const [check] = await tx.select().from(reportChecks).where(eq(reportChecks.reportId, id))
  const overrides = await tx.select().from(reportOverrides).where(eq(reportOverrides.reportId, id))
  const findings = Array.isArray(check?.findings) ? check.findings : []
  const sealed = await sealVersion(
    tx,
    row.content as object,
    { ...row, findings, overrides: overrides.map(({ finding, reason }) => ({ finding, reason })) },
    row.sha256,
  )
  await tx
    .update(reports)
    .set({ content: sealed.content, sha256: sealed.sha256 })
    .where(eq(reports.id, id))
  // Whatever the earlier release still made of it has the form of that release; asked for, it is made anew.
  await tx.delete(reportFiles).where(eq(reportFiles.reportId, id))
  const earlier = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.meetingId, row.meetingId), lt(reports.version, row.version)))
  const ofBefore = earlier.map((each) => each.id)
  await keepNames(tx, { kind: "report", id, earlier: ofBefore }, sealed.names)
  await tx
    .insert(reportChecks)
    .values({ reportId: id, findings: sealed.findings })
    .onConflictDoUpdate({ target: reportChecks.reportId, set: { findings: sealed.findings } })
  for (const [place, one] of overrides.entries())
    await tx
      .update(reportOverrides)
      .set(sealed.overrides[place] ?? {})
      .where(eq(reportOverrides.id, one.id))
  return sealed.sha256
}

async function waitingDocuments(tx: Transaction): Promise<Waiting[]> {
  const rows = await tx
    .select({
      ...{ id: documentVersions.id, groupId: documents.groupId, slug: documents.slug },
      ...{ number: documentVersions.number, sha256: documentVersions.sha256 },
      at: documentPublications.publishedAt,
    })
    .from(documentPublications)
    .innerJoin(documentVersions, eq(documentVersions.id, documentPublications.versionId))
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(isMissing(tx, "document", documentVersions.id))
  return rows.map(({ id, groupId, slug, number, sha256, at }) => ({
    ...{ groupId, kind: "document", subjectId: id, at },
    address: addressOf.document(slug, number),
    seal: async () => sha256,
  }))
}

async function waitingCompendia(tx: Transaction): Promise<Waiting[]> {
  const rows = await tx
    .select({
      ...{ id: compendia.id, groupId: consultations.groupId, slug: consultations.slug },
      ...{ version: compendia.version, sha256: compendia.sha256, at: compendia.publishedAt },
    })
    .from(compendia)
    .innerJoin(consultations, eq(consultations.id, compendia.consultationId))
    .where(isMissing(tx, "compendium", compendia.id))
  return rows.map(({ id, groupId, slug, version, sha256, at }) => ({
    ...{ groupId, kind: "compendium", subjectId: id, at },
    address: addressOf.compendium(slug, version),
    seal: async () => sha256,
  }))
}
