import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { listAreas } from "./areas"
import { findTexts } from "./find"
import type { SearchInput } from "./input"
import type { Found } from "./model"
import { reachOf } from "./reach"

/** Everything that an actor may find of what is asked; null when nothing is. */
export async function searchDesk(
  actor: Actor,
  input: SearchInput,
  locale: string,
): Promise<{ found: Found | null; areas: string[] }> {
  authorize(actor, "search.desk")
  const reach = reachOf(actor, { inGroup: input.group !== "" })
  const [found, areas] = await Promise.all([
    findTexts(database(), reach, input, locale),
    listAreas(database(), reach),
  ])
  return { found, areas }
}
