import type { Reader } from "@/db/client"
import { openOthers } from "@/lib/record/open-others"
import { type CompendiumContent, compendiumContent } from "./model"

/** A stored version of a compendium with its names. */
export async function openCompendium(
  reader: Reader,
  version: { id: string; content: unknown },
): Promise<CompendiumContent> {
  const [opened] = await openOthers(reader, "compendium", [version])
  return compendiumContent.parse(opened)
}
