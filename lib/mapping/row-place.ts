import { createHash } from "node:crypto"

/**
 * The heading under which a row of an edition stands in documents that are made of it: always the same,
 * so that the row can lead there.
 */
export function rowPlace(editionId: string, number: number): string {
  const hash = createHash("sha256").update(`${editionId} ${number}`).digest("hex")
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
