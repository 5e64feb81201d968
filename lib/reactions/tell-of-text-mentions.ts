import { eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { giveNotices } from "@/lib/notices/give"
import type { TextName } from "@/lib/notices/model"
import { transaction } from "@/lib/platform/database"
import { documentHref, minutesHref } from "./hrefs"
import { namedIn } from "./named-in"
import { documentBlocks, minutesBlocks, type Written } from "./written-blocks"

type Mentioning = { groupId: string; key: string; href: string; name: TextName }

/**
 * Whoever is named by `@` in a revision of the minutes of a meeting, and was not before, is told, once
 * in these minutes; not by their own hand, and not in minutes of the archive.
 */
export async function tellOfMinutesMentions(meetingId: string, revision: number): Promise<void> {
  await transaction(async (tx) => {
    const [meeting] = await tx
      .select({ of: meetings, slug: groups.slug })
      .from(meetings)
      .innerJoin(groups, eq(groups.id, meetings.groupId))
      .where(eq(meetings.id, meetingId))
    if (!meeting || meeting.of.fromArchive) return
    const { groupId, title, number } = meeting.of
    const after = await minutesBlocks(tx, meetingId, revision)
    const before = await minutesBlocks(tx, meetingId, revision - 1)
    const href = minutesHref(meeting.slug, meetingId)
    const text = { groupId, key: `minutes.${meetingId}`, href, name: { title, number } }
    await tellOfMentions(tx, text, after ?? [], before ?? [])
  })
}

/** Whoever is named by `@` in a revision of a document, and was not before, is told, once in this document. */
export async function tellOfDocumentMentions(documentId: string, revision: number): Promise<void> {
  await transaction(async (tx) => {
    const [document] = await tx
      .select({ of: documents, group: groups.slug })
      .from(documents)
      .innerJoin(groups, eq(groups.id, documents.groupId))
      .where(eq(documents.id, documentId))
    if (!document) return
    const { groupId, title, slug } = document.of
    const after = await documentBlocks(tx, documentId, revision)
    const before = await documentBlocks(tx, documentId, revision - 1)
    const href = documentHref(document.group, slug)
    const text = { groupId, key: `document.${documentId}`, href, name: { title, number: null } }
    await tellOfMentions(tx, text, after ?? [], before ?? [])
  })
}

async function tellOfMentions(
  tx: Transaction,
  { groupId, key, href, name }: Mentioning,
  after: readonly Written<unknown>[],
  before: readonly Written<unknown>[],
): Promise<void> {
  const known = namedIn(before.map(({ block }) => block))
  const fresh = new Map<string, string[]>()
  for (const { block, authors } of after)
    for (const id of namedIn(block))
      if (!known.has(id)) fresh.set(id, [...(fresh.get(id) ?? []), ...authors])
  // Nearly always there is none.
  if (fresh.size === 0) return
  const names = await namesOf(tx, [...fresh.values()].flat())
  for (const [personId, authors] of fresh) {
    const others = [...new Set(authors)].filter((id) => id !== personId)
    if (others.length === 0 && authors.length > 0) continue
    // Of several who wrote the same lines nobody knows who named them.
    const by = others.length === 1 ? (names.get(others[0] ?? "") ?? "") : ""
    await giveNotices(tx, {
      ...{ kind: "mentioned", groupId, personIds: [personId], key, href, conversation: key },
      data: { ...name, by, where: by === "" ? "unsigned" : "text" },
    })
  }
}

async function namesOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
