import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { mandates, mappings } from "@/db/schema/mapping"
import type { Events } from "@/lib/activity/events"
import { editionPath } from "@/lib/editions/addresses"
import { giveNotices } from "@/lib/notices/give"
import { coChairsOf, membersOf } from "@/lib/notices/recipients"
import { transaction } from "@/lib/platform/database"
import { freezeHref } from "./hrefs"

/** The members of the group are told of an edition, but for whoever froze it. */
export async function tellOfEdition(
  mappingId: string,
  { edition }: Events["edition.frozen"],
  frozenBy: string | null,
): Promise<void> {
  await transaction(async (tx) => {
    const mapping = await findMapping(tx, mappingId)
    if (!mapping) return
    const { group, slug, title } = mapping
    const members = await membersOf(tx, group.id)
    await giveNotices(tx, {
      kind: "version-published",
      groupId: group.id,
      personIds: members.filter((id) => id !== frozenBy),
      key: `${mappingId} ${edition}`,
      href: editionPath(group.slug, slug, edition),
      data: { number: null, title, version: edition, mapping: true },
      conversation: `mapping.${mappingId}`,
    })
  })
}

/** The co-chairs are told that the next edition is due, each time that the portal notices it. */
export async function tellOfDueEdition(
  eventId: number,
  mappingId: string,
  { edition }: Events["edition.due"],
): Promise<void> {
  await transaction(async (tx) => {
    const mapping = await findMapping(tx, mappingId)
    if (!mapping) return
    const { group, slug, title } = mapping
    await giveNotices(tx, {
      kind: "edition-due",
      groupId: group.id,
      personIds: await coChairsOf(tx, group.id),
      key: String(eventId),
      href: freezeHref(group.slug, slug),
      data: { title, edition },
      conversation: `mapping.${mappingId}`,
    })
  })
}

async function findMapping(tx: Transaction, mappingId: string) {
  const [found] = await tx
    .select({ group: groups, slug: mandates.slug, title: mandates.title })
    .from(mappings)
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(eq(mappings.id, mappingId))
  return found ?? null
}
