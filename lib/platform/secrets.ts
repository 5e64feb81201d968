import { createHash, createHmac, randomBytes } from "node:crypto"
import { env } from "./env"

/** A token for a link or a cookie: 256 random bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString("base64url")

/** What is stored of a token: its SHA-256 in hexadecimal. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex")

/** A hash that cannot be looked up without our secret: for mail and network addresses in counters. */
export const keyedHash = (text: string): string =>
  createHmac("sha256", env().authSecret).update(text).digest("hex")
