import { database } from "@/lib/platform/database"
import { listAreas } from "./areas"
import { findTexts } from "./find"
import type { SearchInput } from "./input"
import { type Found, publicKinds } from "./model"
import { publicReach } from "./reach"

/** What is asked among published records alone; `found` is null when nothing is asked. */
export async function searchPublished(
  input: SearchInput,
  locale: string,
): Promise<{ found: Found | null; areas: string[] }> {
  const isPublic = publicKinds.some((kind) => kind === input.kind)
  const asked = isPublic ? input : { ...input, kind: null }
  const [found, areas] = await Promise.all([
    findTexts(database(), publicReach, asked, locale),
    listAreas(database(), publicReach),
  ])
  return { found, areas }
}
