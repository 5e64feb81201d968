/** Public addresses of a mapping, without language and origin. */

/** The newest edition of a group's mapping of a mandate; without a mandate the list of them. */
export function mappingPath(group: string, mandate?: string): string {
  return mandate === undefined ? `/${group}/mapping` : `/${group}/mapping/${mandate}`
}

export const editionsPath = (group: string, mandate: string): string =>
  `${mappingPath(group, mandate)}/editions`

/** One edition, for good. */
export const editionPath = (group: string, mandate: string, number: number): string =>
  `${editionsPath(group, mandate)}/${number}`

/** What an edition changed of the one before, or of another that is named. */
export function editionChangesPath(
  group: string,
  mandate: string,
  number: number,
  from?: number,
): string {
  const page = `${editionPath(group, mandate, number)}/changes`
  return from === undefined || from === number - 1 ? page : `${page}?from=${from}`
}

/** The picture that is shown with a link to an edition. */
export const editionPicturePath = (group: string, mandate: string, number: number): string =>
  `${editionPath(group, mandate, number)}/picture.png`

/** What stands beside an edition: beside the one that is named for good, else beside the newest. */
const beside = (group: string, mandate: string, edition?: number): string =>
  edition === undefined ? mappingPath(group, mandate) : editionPath(group, mandate, edition)

export const annexPath = (group: string, mandate: string, edition?: number): string =>
  `${beside(group, mandate, edition)}/annex`

export const coveragePath = (group: string, mandate: string, edition?: number): string =>
  `${beside(group, mandate, edition)}/coverage`

/** A row of an edition on its page. */
export const rowAnchor = (number: number): string => `row-${number}`

/** The files of an edition, by the ending of their name. */
export const editionFormats = ["pdf", "docx", "xlsx", "csv", "md", "json"] as const
export type EditionFormat = (typeof editionFormats)[number]

export const editionFilePath = (
  group: string,
  mandate: string,
  number: number,
  format: EditionFormat,
): string => `${editionPath(group, mandate, number)}/mapping.${format}`
