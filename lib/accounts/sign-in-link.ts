import type { Transaction } from "@/db/client"
import { signInTokens } from "@/db/schema/accounts"
import { minutesFromNow } from "@/lib/platform/clock"
import { env } from "@/lib/platform/env"
import type { Locale } from "@/lib/platform/locales"
import { hashOf, newToken } from "@/lib/platform/secrets"
import { confirmAddress, linkMinutes } from "@/lib/platform/session-link"

/**
 * Step: makes a link that signs the holder of an account in, once and for `linkMinutes`. Stored as the
 * sign-in library stores its own: SHA-256 of token and secret together.
 */
export async function makeSignInLink(
  tx: Transaction,
  email: string,
  locale: Locale,
): Promise<string> {
  const token = newToken()
  await tx.insert(signInTokens).values({
    identifier: email,
    tokenHash: hashOf(token + env().authSecret),
    expiresAt: minutesFromNow(linkMinutes),
  })
  return confirmAddress(email, token, locale, "/desk")
}
