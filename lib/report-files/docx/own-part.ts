import { createHash } from "node:crypto"

/** Opens our part inside a document of Word, which every other program leaves out when it saves. */
const OPENING = '<report xmlns="urn:rapporteur:report-download:1" document="'

/**
 * A record inside a document of Word, with the hash of the text for which it stands: whoever changes
 * the text brings in what they wrote, and not what was published.
 */
export const ownPart = {
  name: "customXml/rapporteur.xml",

  write(download: unknown, main: Uint8Array): string {
    const record = Buffer.from(JSON.stringify(download)).toString("base64")
    return `<?xml version="1.0" encoding="UTF-8"?>\n${OPENING}${hashOf(main)}">${record}</report>`
  },

  /** The record, where the text is still the one that it stands for; null otherwise. */
  read(part: string, main: Uint8Array): unknown {
    const start = part.indexOf(OPENING)
    if (start < 0) return null
    const found = /^([0-9a-f]{64})">([A-Za-z0-9+/=]*)<\/report>\s*$/.exec(
      part.slice(start + OPENING.length),
    )
    if (!found?.[2] || found[1] !== hashOf(main)) return null
    try {
      return JSON.parse(Buffer.from(found[2], "base64").toString("utf8"))
    } catch {
      return null
    }
  },
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
