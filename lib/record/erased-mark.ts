import { randomBytes } from "node:crypto"
import { foldName } from "@/lib/people/model"
import { keyedHash } from "@/lib/platform/secrets"

/**
 * What is kept of a name that is erased, where the register knows nobody who bears it. Salted, and keyed with
 * the portal's secret, which is not in the database: nobody who reads the one can try names against it. Of a
 * capacity too it is of whose it is: others may be called the same.
 */
export function markOf(key: string, owner: string): string {
  const salt = randomBytes(8).toString("hex")
  return `${salt}:${hashed(salt, key, owner)}`
}

/** Whether it is this one, in any case and with or without accents, of whom the name, or capacity, was erased. */
export function isMarked(mark: string, key: string, owner: string): boolean {
  const [salt = "", hash] = mark.split(":")
  return hash === hashed(salt, key, owner)
}

// Keys say by their first letter whether somebody's name stands there or what they were called.
const hashed = (salt: string, key: string, owner: string) =>
  keyedHash(`erased name ${salt} ${key.charAt(0)} ${foldName(owner)}`)
