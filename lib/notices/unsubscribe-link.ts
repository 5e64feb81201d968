import { timingSafeEqual } from "node:crypto"
import { z } from "zod"
import { env } from "@/lib/platform/env"
import { type Locale, localePath } from "@/lib/platform/locales"
import { keyedHash } from "@/lib/platform/secrets"
import { noticeKinds } from "./model"

/** What a link of a mail ends: one kind in one group, or the digests of one tempo. */
const subject = z.union([
  z.tuple([z.uuid(), z.enum(noticeKinds), z.uuid()]),
  z.tuple([z.uuid(), z.enum(["daily", "weekly"])]),
])
export type Unsubscription = z.output<typeof subject>

/** The token of a link: it says whom and what it stands for, signed by the portal. It does not run out. */
export function unsubscribeToken(what: Unsubscription): string {
  const said = Buffer.from(JSON.stringify(what)).toString("base64url")
  return `${said}.${signature(said)}`
}

/** What a token stands for, or null when it is not one of ours. */
export function readUnsubscribeToken(token: string): Unsubscription | null {
  const [said = "", signed = ""] = token.split(".")
  const right = Buffer.from(signature(said))
  const given = Buffer.from(signed)
  if (right.length !== given.length || !timingSafeEqual(right, given)) return null
  const parsed = subject.safeParse(JSON.parse(Buffer.from(said, "base64url").toString()))
  return parsed.success ? parsed.data : null
}

const signature = (said: string) => keyedHash(`unsubscribe ${said}`)

/** Where a mail program posts to (RFC 8058), and the page with the button that the mail's text names. */
export function unsubscribeLinks(what: Unsubscription, locale: Locale) {
  const query = `?token=${unsubscribeToken(what)}`
  const address = (path: string) => env().origin + localePath(locale, path) + query
  return { post: address("/unsubscribe/one-click"), page: address("/unsubscribe") }
}
