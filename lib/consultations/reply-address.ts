import { createHmac, timingSafeEqual } from "node:crypto"
import { env } from "@/lib/platform/env"
import { isId } from "@/lib/platform/ids"

/** What a mailed reply is about, and whose words it will be. A `text` is one of a consultation's. */
export type ReplyTo = {
  about: { kind: "consultation" | "text" | "thread" | "meeting"; id: string }
  author: { personId: string } | { guestId: string }
}

/** Where mail is taken in, and the secret that its addresses are signed with. */
export type Inbound = { domain: string; secret: string }

// Lower case alone: some mail programs change the case of an address. 40 bytes fill the 64 octets
// that a local part may have (RFC 5321, 4.5.3.1.1): two ids and a signature of 64 bits.
const digits = "abcdefghijklmnopqrstuvwxyz234567"
const signatureBytes = 8

/** The address to which somebody answers, or null where the portal takes no mail in. */
export function replyAddress(to: ReplyTo): string | null {
  const { inbound, authSecret } = env()
  return inbound && signedAddress({ domain: inbound.domain, secret: authSecret }, to)
}

/** An address that only we can make. It is good for this text and this author alone. */
export function signedAddress({ domain, secret }: Inbound, { about, author }: ReplyTo): string {
  const authorId = "personId" in author ? author.personId : author.guestId
  if (!isId(about.id) || !isId(authorId)) throw new Error("A reply address needs two ids")
  const ids = Buffer.concat([bytesOf(about.id), bytesOf(authorId)])
  const signature = sign(secret, about.kind, "personId" in author ? "person" : "guest", ids)
  return `${base32(Buffer.concat([ids, signature]))}@${domain}`
}

/** What an address stands for; null when it is none of ours, or not signed by us. */
export function readSignedAddress({ domain, secret }: Inbound, address: string): ReplyTo | null {
  const at = address.lastIndexOf("@")
  if (address.slice(at + 1).toLowerCase() !== domain.toLowerCase()) return null
  const bytes = fromBase32(address.slice(0, at).toLowerCase())
  if (bytes?.length !== 32 + signatureBytes) return null
  const ids = bytes.subarray(0, 32)
  const [id, authorId] = [idOf(ids.subarray(0, 16)), idOf(ids.subarray(16))]
  // The kinds are told by the signature, which leaves the more room for it.
  for (const kind of ["consultation", "text", "thread", "meeting"] as const) {
    for (const who of ["person", "guest"] as const) {
      if (!timingSafeEqual(sign(secret, kind, who, ids), bytes.subarray(32))) continue
      return {
        about: { kind, id },
        author: who === "person" ? { personId: authorId } : { guestId: authorId },
      }
    }
  }
  return null
}

function sign(secret: string, kind: string, who: string, ids: Uint8Array): Buffer {
  const mac = createHmac("sha256", secret).update(`reply address of a ${kind} for a ${who}\0`)
  return mac.update(ids).digest().subarray(0, signatureBytes)
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex")

const idOf = (bytes: Buffer) =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("")
  return (bits.match(/.{5}/g) ?? []).map((five) => digits[Number.parseInt(five, 2)]).join("")
}

function fromBase32(text: string): Buffer | null {
  if (!/^[a-z2-7]{64}$/.test(text)) return null
  const bits = [...text].map((digit) => digits.indexOf(digit).toString(2).padStart(5, "0")).join("")
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
