import { createHmac, timingSafeEqual } from "node:crypto"
import type { Inbound } from "@/lib/consultations/reply-address"
import { env } from "@/lib/platform/env"
import { isId } from "@/lib/platform/ids"

const signatureDigits = 16

/**
 * The sender of the envelope of a mail, to which servers send it back: good for this one mail alone. Null
 * where the portal takes no mail in.
 */
export function returnAddress(mailId: string): string | null {
  const { inbound, authSecret } = env()
  if (!inbound) return null
  return `return-${digitsOf(mailId)}-${sign(authSecret, mailId)}@${inbound.domain}`
}

/** The mail that an address is for; null when it is none of these, or not signed by us. */
export function readReturnAddress({ domain, secret }: Inbound, address: string): string | null {
  const [, digits, signature, host] =
    /^return-([0-9a-f]{32})-([0-9a-f]{16})@(.+)$/.exec(address.toLowerCase()) ?? []
  if (!digits || !signature || host !== domain.toLowerCase()) return null
  const mailId = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
  return timingSafeEqual(Buffer.from(sign(secret, mailId)), Buffer.from(signature)) ? mailId : null
}

function sign(secret: string, mailId: string): string {
  if (!isId(mailId)) throw new Error("A return address needs the id of a mail")
  const mac = createHmac("sha256", secret).update("return address of a mail\0")
  return mac.update(mailId).digest("hex").slice(0, signatureDigits)
}

const digitsOf = (id: string) => id.replaceAll("-", "")
