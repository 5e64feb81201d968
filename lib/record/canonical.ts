import { createHash } from "node:crypto"
import canonicalize from "canonicalize"

/** A value as RFC 8785 (JCS) writes it: the one form of JSON over which everything here is hashed. */
export function canonicalForm(value: unknown): string {
  return canonicalize(value) ?? ""
}

/** SHA-256, in hexadecimal, of a value in its canonical form, as UTF-8. */
export function sha256Of(value: unknown): string {
  return sha256OfText(canonicalForm(value))
}

/** SHA-256, in hexadecimal, of a text as UTF-8. */
export function sha256OfText(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}
