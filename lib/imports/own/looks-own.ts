/** The name of the part of a DOCX in which a portal puts the version; see `ownPart`. */
const PART = "customXml/rapporteur.xml"

/**
 * Whether a file begins or is packed like one that a portal wrote, so that it is worth a closer look:
 * every other file is read without what that needs.
 */
export function looksOwn(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 200))
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
  if (start.startsWith("PK")) return Buffer.from(bytes).includes(PART)
  return /^\s*\{\s*"/.test(start) || /^---\r?\nrapporteur: /.test(start)
}
