/** Where a thread stands on the desk: on the page of its text. */
export function threadHref(
  slug: string,
  thread: { id: string; meetingId: string | null; documentSlug: string | null },
): string {
  const { id, meetingId, documentSlug } = thread
  const text = meetingId ? `meetings/${meetingId}/minutes` : `documents/${documentSlug}`
  return `/desk/${slug}/${text}?thread=${id}#thread-${id}`
}

export const minutesHref = (slug: string, meetingId: string): string =>
  `/desk/${slug}/meetings/${meetingId}/minutes`

export const consultationHref = (slug: string, consultationSlug: string): string =>
  `/desk/${slug}/consultations/${consultationSlug}`

/** Where everybody reads what came of a consultation. */
export const compendiumHref = (slug: string, consultationSlug: string): string =>
  `/${slug}/consultations/${consultationSlug}/compendium`

export const reportHref = (slug: string, number: number, version: number): string =>
  `/${slug}/meetings/${number}/v${version}`

export const documentVersionHref = (slug: string, document: string, version: number): string =>
  `/${slug}/documents/${document}/v${version}`
