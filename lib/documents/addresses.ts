/** The public address of a document, or of one version of it, without language and origin. */
export function documentPath(group: string, document: string, version?: number): string {
  const newest = `/${group}/documents/${document}`
  return version === undefined ? newest : `${newest}/v${version}`
}
