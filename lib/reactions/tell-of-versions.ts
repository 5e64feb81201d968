import { eq } from "drizzle-orm"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { giveNotices } from "@/lib/notices/give"
import { membersOf } from "@/lib/notices/recipients"
import { transaction } from "@/lib/platform/database"
import { documentVersionHref, reportHref } from "./hrefs"

/**
 * The members of the group are told of a version of a report, but for whoever published it. Not of the
 * first version of a report from the archive: sixty of them on one day are no news.
 */
export async function tellOfReport(
  meetingId: string,
  { number, version }: { number: number; version: number },
  publishedBy: string | null,
): Promise<void> {
  await transaction(async (tx) => {
    const [meeting] = await tx
      .select({ title: meetings.title, fromArchive: meetings.fromArchive, group: groups })
      .from(meetings)
      .innerJoin(groups, eq(groups.id, meetings.groupId))
      .where(eq(meetings.id, meetingId))
    if (!meeting || (meeting.fromArchive && version === 1)) return
    const { group, title } = meeting
    const members = await membersOf(tx, group.id)
    await giveNotices(tx, {
      kind: "version-published",
      groupId: group.id,
      personIds: members.filter((id) => id !== publishedBy),
      key: `${meetingId} ${version}`,
      href: reportHref(group.slug, number, version),
      data: { number, title, version },
      conversation: `report.${meetingId}`,
    })
  })
}

/** The members of the group are told of a version of a document, but for whoever published it. */
export async function tellOfDocument(
  documentId: string,
  version: number,
  publishedBy: string | null,
): Promise<void> {
  await transaction(async (tx) => {
    const [document] = await tx
      .select({ slug: documents.slug, title: documents.title, group: groups })
      .from(documents)
      .innerJoin(groups, eq(groups.id, documents.groupId))
      .where(eq(documents.id, documentId))
    if (!document) return
    const { group, slug, title } = document
    const members = await membersOf(tx, group.id)
    await giveNotices(tx, {
      kind: "version-published",
      groupId: group.id,
      personIds: members.filter((id) => id !== publishedBy),
      key: `${documentId} ${version}`,
      href: documentVersionHref(group.slug, slug, version),
      data: { number: null, title, version },
      conversation: `document.${documentId}`,
    })
  })
}
