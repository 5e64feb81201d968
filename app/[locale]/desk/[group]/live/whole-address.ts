/** An address as people type it: what looks like one without its protocol gets it. */
export function wholeAddress(typed: string): string {
  const text = typed.trim()
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`
  return /^[a-z][a-z0-9+.-]*:/i.test(text) || text === "" ? text : `https://${text}`
}
