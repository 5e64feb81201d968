/** The address of a meeting's summary, or of one version of it, without language and origin. */
export function reportPath(slug: string, number: number, version?: number): string {
  const newest = `/${slug}/meetings/${number}`
  return version === undefined ? newest : `${newest}/v${version}`
}

/** Where it stands what a version changed of the one that it corrects, or of another. */
export function changesPath(slug: string, number: number, version: number, from?: number): string {
  const page = `${reportPath(slug, number, version)}/changes`
  return from === undefined ? page : `${page}?from=${from}`
}

/** The form on which anybody reports an error: in a version, the newest without one, and at a paragraph by its anchor. */
export function errorPath(slug: string, number: number, version?: number, anchor?: string): string {
  const asked = new URLSearchParams()
  if (version !== undefined) asked.set("version", String(version))
  if (anchor) asked.set("at", anchor)
  const query = asked.toString()
  return `${reportPath(slug, number)}/report-error${query && `?${query}`}`
}
