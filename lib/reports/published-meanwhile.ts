import { Refusal } from "@/lib/platform/errors"
import type { NewestVersion } from "./newest-version"

/** What a co-chair is told whose form came after another's: who published what, and whether it is the same text. */
export type PublishedMeanwhile = {
  version: number
  by: string
  /** ISO 8601. */
  at: string
  /** The revision of the minutes that was published, and the one that the form showed. */
  published: number
  shown: number
}

/** The refusal of a form that came too late, or that speaks of a version which is none. */
export function refusePublished(newest: NewestVersion | null, shown: number): Refusal {
  if (!newest) return new Refusal("conflict", "report.notPublished")
  const { content, publishedBy: by, publishedAt, minutesRevision: published } = newest
  const { version } = content
  const data: PublishedMeanwhile = { version, by, at: publishedAt.toISOString(), published, shown }
  const same = published === shown ? "yes" : "no"
  return new Refusal("conflict", "report.published", { version, by, same }, {}, data)
}
