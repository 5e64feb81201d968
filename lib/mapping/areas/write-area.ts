import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingAreas } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import { freeSlug, slugOf } from "@/lib/documents/model"
import type { Actor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import type { HeldMapping } from "../hold"
import { logChanges } from "../log-changes"
import { mappingLimits, type Way } from "../model"
import { checkNames } from "./area-names"
import type { StoredArea } from "./hold-area"

type Names = { title: string; aliases: readonly string[] }
type By = { actor: Actor; way: Way }

/**
 * Step: adds an area at the end of the others (`areas`, in their order), under an `id` where one was made up for
 * it. Refuses a name that another area has, and more areas than a mapping holds. Does not authorize.
 */
export async function insertArea(
  tx: Transaction,
  held: HeldMapping,
  { actor, way, areas, id, ...names }: Names & By & { areas: readonly StoredArea[]; id?: string },
): Promise<{ change: number; area: StoredArea }> {
  const { title } = names
  if (areas.length >= mappingLimits.areas) throw new Refusal("conflict", "mapping.tooManyAreas")
  const aliases = checkNames(names, areas)
  const slug = freeSlug(slugOf(title), new Set(areas.map((area) => area.slug)))
  const position = (areas.at(-1)?.position ?? 0) + 1
  const [area] = await tx
    .insert(mappingAreas)
    .values({ ...(id && { id }), mappingId: held.id, slug, title, aliases, position })
    .returning()
  if (!area) throw new Error("The area was not written")
  const change = await logChanges(tx, held, {
    ...{ actor, way },
    changes: [{ areaId: area.id, field: "added", after: { title, aliases, position } }],
  })
  await recordArea(tx, held, { actor, name: "mapping.areaAdded", title })
  return { change, area }
}

/** Step: gives an area other names, and the next revision. Does not look at them, and does not authorize. */
export async function renameArea(
  tx: Transaction,
  held: HeldMapping,
  { actor, way, area, title, aliases }: Names & By & { area: StoredArea },
): Promise<number> {
  const before = { title: area.title, aliases: area.aliases }
  const after = { title, aliases: [...aliases] }
  await tx
    .update(mappingAreas)
    .set({ ...after, revision: area.revision + 1 })
    .where(eq(mappingAreas.id, area.id))
  const change = await logChanges(tx, held, {
    ...{ actor, way },
    changes: [{ areaId: area.id, field: "edited", before, after }],
  })
  await recordArea(tx, held, { actor, name: "mapping.areaEdited", title })
  return change
}

const recordArea = (
  tx: Transaction,
  held: HeldMapping,
  {
    actor,
    name,
    title,
  }: { actor: Actor; name: "mapping.areaAdded" | "mapping.areaEdited"; title: string },
) =>
  record(tx, {
    ...{ name, actor },
    groupId: held.groupId,
    subject: { type: "mapping", id: held.id },
    data: { mandate: held.mandate.title, area: title },
  })
