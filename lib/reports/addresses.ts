/** The address of a meeting's summary, or of one version of it, without language and origin. */
export function reportPath(slug: string, number: number, version?: number): string {
  const newest = `/${slug}/meetings/${number}`
  return version === undefined ? newest : `${newest}/v${version}`
}
