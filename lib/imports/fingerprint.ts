import { createHash } from "node:crypto"

/** The same for two texts that differ in spaces and line ends alone. Hexadecimal SHA-256. */
export function fingerprint(text: string): string {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").trim()
  return createHash("sha256").update(plain, "utf8").digest("hex")
}
