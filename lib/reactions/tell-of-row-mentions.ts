import { giveNotices } from "@/lib/notices/give"
import { transaction } from "@/lib/platform/database"
import { rowHref } from "./hrefs"
import { namedIn } from "./named-in"
import { rowChangesOf } from "./row-changes"

/**
 * Whoever is named by `@` in the comments and synergies of a row since an event, and was not before, is
 * told; not by their own hand. What an undo or a restore brings back was told when it was written.
 */
export async function tellOfRowMentions(eventId: number): Promise<void> {
  await transaction(async (tx) => {
    for (const { row, change, before, after, way, by, mandate, group } of await rowChangesOf(
      tx,
      eventId,
      "synergies",
    )) {
      if (way === "undo" || way === "restore") continue
      const known = namedIn(before)
      const named = [...namedIn(after)].filter((id) => !known.has(id) && id !== by.id)
      // Nearly always there is none.
      if (named.length === 0) continue
      await giveNotices(tx, {
        kind: "mentioned",
        groupId: group.id,
        personIds: named,
        key: `row.${row.id}.${change}`,
        href: rowHref(group.slug, mandate.slug, row.number),
        data: {
          ...{ by: by.name ?? "", where: "row" },
          ...{ title: mandate.title, number: null, row: row.number },
        },
        conversation: `row.${row.id}`,
      })
    }
  })
}
