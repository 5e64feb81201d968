import { and, desc, eq } from "drizzle-orm"
import { compendia, consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { partsOf } from "@/lib/comments/markup"
import type { Part } from "@/lib/comments/model"
import { database } from "@/lib/platform/database"
import { findEntry } from "@/lib/record/public-queries"
import type { CompendiumContent, CompendiumEntry } from "./model"
import { openCompendium } from "./open"

type Comment = CompendiumEntry["comments"][number] & { parts: Part[] }
export type PublicEntry = Omit<CompendiumEntry, "comments"> & { comments: Comment[] }

export interface PublicCompendium {
  content: Omit<CompendiumContent, "entries">
  /** What was asked, and what was said, read as light markup. */
  question: Part[]
  entries: PublicEntry[]
  /** Of the content in the canonical form of RFC 8785, in hexadecimal. */
  sha256: string
  /** Where this version stands on its group's ledger; null before it was taken in. */
  entry: { position: number; hash: string } | null
  /** All versions, the newest first. */
  versions: { version: number; publishedAt: Date }[]
}

/** A published version of a compendium, the newest where none is named; null when there is none such. */
export async function findCompendium(
  slug: string,
  consultation: string,
  version?: number,
): Promise<PublicCompendium | null> {
  const at = and(eq(groups.slug, slug), eq(consultations.slug, consultation))
  const versions = await database()
    .select({ version: compendia.version, publishedAt: compendia.publishedAt })
    .from(compendia)
    .innerJoin(consultations, eq(consultations.id, compendia.consultationId))
    .innerJoin(groups, eq(groups.id, consultations.groupId))
    .where(at)
    .orderBy(desc(compendia.version))
  const wanted = version ?? versions[0]?.version
  if (wanted === undefined) return null
  const [stored] = await database()
    .select({ id: compendia.id, content: compendia.content, sha256: compendia.sha256 })
    .from(compendia)
    .innerJoin(consultations, eq(consultations.id, compendia.consultationId))
    .innerJoin(groups, eq(groups.id, consultations.groupId))
    .where(and(at, eq(compendia.version, wanted)))
  if (!stored) return null
  const { entries, ...content } = await openCompendium(database(), stored)
  return {
    content,
    question: partsOf(content.consultation.question),
    entries: entries.map((entry) => ({
      ...entry,
      comments: entry.comments.map((said) => ({ ...said, parts: partsOf(said.words) })),
    })),
    sha256: stored.sha256,
    entry: await findEntry(stored.id),
    versions,
  }
}
