import { and, asc, eq, gt, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { linkFills } from "@/db/schema/backlinks"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { mappingRows, mappings } from "@/db/schema/mapping"
import { meetings } from "@/db/schema/meetings"
import { changePublic } from "@/lib/activity/record"
import { findRevision } from "@/lib/documents/find-revision"
import { holdDocument } from "@/lib/documents/hold"
import { keepPublicLinks } from "@/lib/documents/keep-public-links"
import { speaksOf as documentSpeaksOf } from "@/lib/documents/speaks-of"
import { keepNewestLinks } from "@/lib/editions/keep-links"
import { keepLinks } from "@/lib/links/keep"
import { keepRows } from "@/lib/links/keep-rows"
import { cellsOf } from "@/lib/mapping/cells/row-cells"
import { holdMapping } from "@/lib/mapping/hold"
import { speaksOf as rowSpeaksOf } from "@/lib/mapping/speaks-of"
import { lockRevision } from "@/lib/minutes/lock"
import { speaksOf } from "@/lib/minutes/speaks-of"
import { now } from "@/lib/platform/clock"
import { database, transaction } from "@/lib/platform/database"
import { keepReportLinks } from "@/lib/reports/keep-links"

/** Goes up when something else is kept of links, so that every text is read for it once more. */
export const linksForm = 3

/** Texts that one turn reads before it notes how far it is. */
const readAtOnce = 20

/** Whether the links of what stands have still to be kept in their present form. */
export async function areLinksDue(): Promise<boolean> {
  await database().insert(linkFills).values({ form: linksForm }).onConflictDoNothing()
  const rows = await database()
    .select({ form: linkFills.form })
    .from(linkFills)
    .where(and(eq(linkFills.form, linksForm), isNull(linkFills.finishedAt)))
  return rows.length > 0
}

/**
 * Keeps the links of every text that was saved or published before they were kept: once, a few texts
 * at a time, and goes on where it stopped. Resolves to whether something is left, when it is over or
 * when `isOver` says so. Of what is equal already nothing is written.
 */
export async function fillLinks(isOver: () => boolean): Promise<boolean> {
  while (await areLinksDue()) {
    if (isOver()) return true
    const [fill] = await database()
      .select({ upto: linkFills.upto })
      .from(linkFills)
      .where(eq(linkFills.form, linksForm))
    const upto = fill?.upto ?? ""
    const texts = await textsAfter(upto)
    for (const text of texts) await transaction((tx) => keepOf(tx, text))
    const last = texts.at(-1)
    // Another server that fills too may be further: then what it noted stays.
    await database()
      .update(linkFills)
      .set(last ? { upto: `${last.kind}:${last.id}` } : { finishedAt: now() })
      .where(and(eq(linkFills.form, linksForm), eq(linkFills.upto, upto)))
  }
  return false
}

const kinds = ["meeting", "document", "mapping"] as const
const tables = { meeting: meetings, document: documents, mapping: mappings }

type Text = { kind: (typeof kinds)[number]; id: string; groupId: string; groupSlug: string }

/** The next meetings, then the next documents, then the next mappings, in an order of their own. */
async function textsAfter(upto: string): Promise<Text[]> {
  const [kind = "meeting", last = ""] = upto.split(":")
  const rowsOf = async (of: Text["kind"]): Promise<Text[]> => {
    const table = tables[of]
    const rows = await database()
      .select({ id: table.id, groupId: table.groupId, groupSlug: groups.slug })
      .from(table)
      .innerJoin(groups, eq(groups.id, table.groupId))
      .where(kind === of && last ? gt(table.id, last) : undefined)
      .orderBy(asc(table.id))
      .limit(readAtOnce)
    return rows.map((row) => ({ kind: of, ...row }))
  }
  const left = kinds.slice(Math.max(0, (kinds as readonly string[]).indexOf(kind)))
  for (const of of left) {
    const rows = await rowsOf(of)
    if (rows.length > 0) return rows
  }
  return []
}

async function keepOf(tx: Transaction, { kind, id, groupId, groupSlug }: Text): Promise<void> {
  const keep = { meeting: keepOfMeeting, document: keepOfDocument, mapping: keepOfMapping }[kind]
  if (await keep(tx, groupId, id)) await changePublic(tx, groupSlug)
}

async function keepOfMapping(tx: Transaction, groupId: string, mappingId: string) {
  await holdMapping(tx, mappingId)
  const rows = await tx.select().from(mappingRows).where(eq(mappingRows.mappingId, mappingId))
  await keepRows(
    tx,
    groupId,
    rows.map((row) => ({ rowId: row.id, spoken: rowSpeaksOf(cellsOf(row)) })),
  )
  return keepNewestLinks(tx, { groupId, mappingId })
}

async function keepOfMeeting(tx: Transaction, groupId: string, meetingId: string) {
  const held = await lockRevision(tx, meetingId)
  if (held) await keepLinks(tx, { groupId, meetingId }, speaksOf(held.text))
  return keepReportLinks(tx, { groupId, meetingId })
}

async function keepOfDocument(tx: Transaction, groupId: string, documentId: string) {
  const held = await holdDocument(tx, documentId)
  const current = await findRevision(tx, documentId, held.revision)
  if (current) await keepLinks(tx, { groupId, documentId }, documentSpeaksOf(current.text))
  return keepPublicLinks(tx, { groupId, documentId })
}
