import { desc, ne } from "drizzle-orm"
import { inboundMails } from "@/db/schema/consultations"
import { readSignedAddress } from "@/lib/consultations/reply-address"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { authorize } from "@/lib/policy/can"

/** What an address of ours was for; `unknown` when it is not signed by us any more. */
export type AddressKind = "consultation" | "text" | "thread" | "meeting" | "unknown"

/** A mail that came and was not filed: without its words, its sender and the address that it came to. */
export type UnfiledMail = {
  id: string
  receivedAt: Date
  outcome: "waiting" | "kept" | "refused"
  /** A key under `errors`, or a word of `automatic.ts` or `letters.ts`; "" while it waits. */
  reason: string
  kind: AddressKind
  /** Whose the address is; null for one that is none of ours. */
  of: "person" | "guest" | null
}

/** How many are shown. */
const mostShown = 200

/**
 * The mails that came and were not filed as somebody's words, the newest first: refused, kept for their
 * author, or not looked at yet. For the secretariat.
 */
export async function listUnfiledMails(
  actor: Actor,
): Promise<{ mails: UnfiledMail[]; more: boolean }> {
  authorize(actor, "mail.failures")
  const rows = await database()
    .select({
      id: inboundMails.id,
      receivedAt: inboundMails.receivedAt,
      outcome: inboundMails.outcome,
      reason: inboundMails.reason,
      recipient: inboundMails.recipient,
    })
    .from(inboundMails)
    .where(ne(inboundMails.outcome, "filed"))
    .orderBy(desc(inboundMails.receivedAt))
    .limit(mostShown + 1)
  return {
    mails: rows
      .slice(0, mostShown)
      .flatMap(({ recipient, outcome, ...mail }) =>
        outcome === "filed" ? [] : [{ ...mail, outcome, ...kindOf(recipient) }],
      ),
    more: rows.length > mostShown,
  }
}

function kindOf(recipient: string): Pick<UnfiledMail, "kind" | "of"> {
  const { inbound, authSecret } = env()
  const to = inbound && readSignedAddress({ domain: inbound.domain, secret: authSecret }, recipient)
  if (!to) return { kind: "unknown", of: null }
  return { kind: to.about.kind, of: "personId" in to.author ? "person" : "guest" }
}
