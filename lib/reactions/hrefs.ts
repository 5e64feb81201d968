/** The page of a row on the desk. */
export const mappingHref = (slug: string, mandate: string): string =>
  `/desk/${slug}/mapping/${mandate}`

export const rowHref = (slug: string, mandate: string, row: number): string =>
  `${mappingHref(slug, mandate)}/rows/${row}`

export const minutesHref = (slug: string, meetingId: string): string =>
  `/desk/${slug}/meetings/${meetingId}/minutes`

export const documentHref = (slug: string, document: string): string =>
  `/desk/${slug}/documents/${document}`

export const consultationHref = (slug: string, consultationSlug: string): string =>
  `/desk/${slug}/consultations/${consultationSlug}`

/** The comments of guests that wait for a co-chair. */
export const consultationGuestsHref = (slug: string, consultationSlug: string): string =>
  `${consultationHref(slug, consultationSlug)}/guests`

/** Where a co-chair works through the comments. */
export const worksheetHref = (slug: string, consultationSlug: string): string =>
  `${consultationHref(slug, consultationSlug)}/worksheet`

/** Where everybody reads what came of a consultation. */
export const compendiumHref = (slug: string, consultationSlug: string): string =>
  `/${slug}/consultations/${consultationSlug}/compendium`

export const reportHref = (slug: string, number: number, version: number): string =>
  `/${slug}/meetings/${number}/v${version}`

export const documentVersionHref = (slug: string, document: string, version: number): string =>
  `/${slug}/documents/${document}/v${version}`

export const settingsHref = (slug: string): string => `/desk/${slug}/settings`

export const reviewHref = (slug: string, meetingId: string): string =>
  `/desk/${slug}/meetings/${meetingId}/review`

export const publishHref = (slug: string, meetingId: string): string =>
  `/desk/${slug}/meetings/${meetingId}/publish`

/** Where a co-chair freezes an edition. */
export const freezeHref = (slug: string, mandate: string): string =>
  `/desk/${slug}/mapping/${mandate}/editions`

/** Where a co-chair corrects a published report or withdraws it. */
export const correctionHref = (slug: string, meetingId: string): string =>
  `/desk/${slug}/meetings/${meetingId}/correction`

export const archiveHref = (slug: string): string => `/desk/${slug}/archive`

/** The queue of the errors that readers reported. */
export const errorsHref = (slug: string): string => `/desk/${slug}/errors`
