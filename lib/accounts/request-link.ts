import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import { accounts } from "@/db/schema/accounts"
import type { Actor } from "@/lib/platform/actor"
import { database, transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { requestLinkInput } from "./input"
import { countAttempt, limitMinutes } from "./limit"

/**
 * Decides whether a link may be mailed. Resolves to the address when it has an open account and to
 * null when not; the caller answers the same either way. Refuses with `too_many` beyond the limits,
 * which count known and unknown addresses alike.
 */
export async function requestLink(
  actor: Actor,
  input: z.output<typeof requestLinkInput> & { network: string },
): Promise<string | null> {
  authorize(actor, "sign-in.ask")
  const within = await transaction(async (tx) => {
    const network = await countAttempt(tx, "link.network", input.network, env().linksPerNetwork)
    return network && (await countAttempt(tx, "link.address", input.email, env().linksPerAddress))
  })
  if (!within) throw new Refusal("too_many", "tooManyLinks", { minutes: limitMinutes })
  const [account] = await database()
    .select({ email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.email, input.email), isNull(accounts.disabledAt)))
  return account?.email ?? null
}
