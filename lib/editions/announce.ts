import { desc, eq } from "drizzle-orm"
import type { z } from "zod"
import { editions } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { record } from "@/lib/activity/record"
import { holdMapping } from "@/lib/mapping/hold"
import { postOnList } from "@/lib/notices/post-on-list"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { Refusal } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"
import { routing } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { editionChangesPath, editionPath } from "./addresses"
import type { announceEditionInput } from "./input"

/**
 * Announces the newest edition of a mapping on the group's mailing list, by whoever may freeze one, and
 * returns its number. Refuses with `conflict` where nothing was frozen, where `edition` is not the newest
 * any more, what was announced there before, and a group without a list.
 */
export async function announceEdition(
  actor: Actor,
  { mappingId, edition: shown }: z.output<typeof announceEditionInput>,
): Promise<number> {
  return transaction(async (tx) => {
    const { groupId, groupSlug, mandate } = await holdMapping(tx, mappingId)
    authorize(actor, "edition.freeze", { groupId })
    const [newest] = await tx
      .select({ edition: editions.number, group: groups.name })
      .from(editions)
      .innerJoin(groups, eq(groups.id, groupId))
      .where(eq(editions.mappingId, mappingId))
      .orderBy(desc(editions.number))
      .limit(1)
    if (!newest) throw new Refusal("conflict", "editions.noneFrozen")
    const { edition } = newest
    if (edition !== shown) throw new Refusal("conflict", "editions.newerFrozen", { edition })
    const t = translatorFor(routing.defaultLocale)
    const values = { ...newest, mandate: mandate.title }
    const changes = env().origin + editionChangesPath(groupSlug, mandate.slug, edition)
    const posted = await postOnList(tx, {
      groupId,
      about: `edition.${mappingId}.${edition}`,
      subject: t("notices.list.editionSubject", values),
      paragraphs: [
        t("notices.list.edition", values),
        env().origin + editionPath(groupSlug, mandate.slug, edition),
        edition > 1
          ? `${t("mapping.editions.changesSince", { number: edition - 1 })}: ${changes}`
          : "",
      ],
    })
    if (posted !== "posted")
      throw new Refusal("conflict", posted === "known" ? "notices.isPosted" : "meeting.noList")
    await record(tx, {
      name: "edition.announced",
      actor,
      groupId,
      subject: { type: "mapping", id: mappingId },
      data: { mandate: mandate.title, edition },
    })
    return edition
  })
}
