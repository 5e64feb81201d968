import { randomBytes } from "node:crypto"
import { foldName } from "@/lib/people/model"
import { keyedHash } from "@/lib/platform/secrets"

/**
 * What is kept of a name that is erased, where the register knows nobody who bears it. Salted, and keyed with
 * the portal's secret, which is not in the database: nobody who reads the one can try names against it.
 */
export function markOf(key: string, name: string): string {
  const salt = randomBytes(8).toString("hex")
  return `${salt}:${hashed(salt, key, name)}`
}

/** Whether a name, in any case and with or without accents, is the one that was erased. */
export function isMarked(mark: string, key: string, name: string): boolean {
  const [salt = "", hash] = mark.split(":")
  return hash === hashed(salt, key, name)
}

// Keys say by their first letter whether somebody's name stands there or what they were called.
const hashed = (salt: string, key: string, name: string) =>
  keyedHash(`erased name ${salt} ${key.charAt(0)} ${foldName(name)}`)
