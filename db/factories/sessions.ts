import { createHash, randomBytes } from "node:crypto"
import type { Database } from "../client"
import { sessions } from "../schema/accounts"

/** A signed-in browser of an account; returns the token that its cookie holds. */
export async function makeSession(db: Database, accountId: string): Promise<string> {
  const token = randomBytes(24).toString("hex")
  const tokenHash = createHash("sha256").update(token).digest("hex")
  const expiresAt = new Date(Date.now() + 86_400_000)
  await db.insert(sessions).values({ tokenHash, accountId, expiresAt })
  return token
}
