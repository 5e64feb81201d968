import { timingSafeEqual } from "node:crypto"
import { keyedHash } from "./secrets"

/**
 * A token for a link that says by itself what it is for. Nothing of it is stored: only we can make one,
 * and it is good for this purpose alone. Does not run out, so let it allow little.
 */
export function signedToken(purpose: string, said: readonly string[]): string {
  const text = Buffer.from(JSON.stringify(said)).toString("base64url")
  return `${text}.${keyedHash(`${purpose} ${text}`)}`
}

/** What a token says, as it was signed, or null when it is not one of ours for this purpose. */
export function readSignedToken(purpose: string, token: string): unknown {
  const [text = "", signature = ""] = token.split(".")
  const right = Buffer.from(keyedHash(`${purpose} ${text}`))
  const given = Buffer.from(signature)
  if (right.length !== given.length || !timingSafeEqual(right, given)) return null
  return JSON.parse(Buffer.from(text, "base64url").toString())
}
