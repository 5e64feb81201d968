import type { Finding } from "@/lib/check/model"
import type { ImportDraft } from "@/lib/imports/draft"
import type { StoredReading } from "@/lib/imports/stored"

/** The open findings of a file, with the key under which the page lists each, where it lists them. */
export function openIn(
  { settled }: Pick<ImportDraft, "settled">,
  { findings }: Pick<StoredReading, "findings">,
  isListed: boolean,
): { finding: Finding; key: string | null }[] {
  return findings.flatMap((finding, place) =>
    settled.includes(place) ? [] : [{ finding, key: isListed ? String(place) : null }],
  )
}
