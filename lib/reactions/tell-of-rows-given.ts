import { giveNotices } from "@/lib/notices/give"
import { transaction } from "@/lib/platform/database"
import { mappingHref, rowHref } from "./hrefs"
import { rowChangesOf } from "./row-changes"

const untold: ReadonlySet<string> = new Set(["undo", "restore", "merge"])

/**
 * Whoever was made responsible for rows since an event is told once of all of them, unless it was by their
 * own hand, and not of those that are somebody else's by now. What an undo or a restore brings back was told
 * when it was said, and two records of one person that become one give them nothing.
 */
export async function tellOfRowsGiven(eventId: number): Promise<void> {
  await transaction(async (tx) => {
    const changes = await rowChangesOf(tx, eventId, "responsible")
    const given = changes.filter(
      ({ row: { responsibleId }, after, way, by }) =>
        !untold.has(way) &&
        responsibleId !== null &&
        after === responsibleId &&
        responsibleId !== by.id,
    )
    for (const personId of new Set(given.flatMap(({ row }) => row.responsibleId ?? []))) {
      const rows = given.filter(({ row }) => row.responsibleId === personId)
      const [first] = rows
      if (!first) continue
      const { row, by, mandate, group } = first
      await giveNotices(tx, {
        kind: "action-given",
        groupId: group.id,
        personIds: [personId],
        key: `rows.${eventId}`,
        href:
          rows.length === 1
            ? rowHref(group.slug, mandate.slug, row.number)
            : `${mappingHref(group.slug, mandate.slug)}?responsible=${personId}`,
        data: {
          ...{ row: row.number, rows: rows.length },
          ...{ title: mandate.title, by: by.name ?? "" },
        },
        conversation: `rows.${mandate.slug}`,
      })
    }
  })
}
