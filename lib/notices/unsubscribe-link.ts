import { z } from "zod"
import { env } from "@/lib/platform/env"
import { type Locale, localePath } from "@/lib/platform/locales"
import { readSignedToken, signedToken } from "@/lib/platform/signed"
import { noticeKinds } from "./model"

const purpose = "unsubscribe"

/** What a link of a mail ends: one kind in one group, or the digests of one tempo. */
const subject = z.union([
  z.tuple([z.uuid(), z.enum(noticeKinds), z.uuid()]),
  z.tuple([z.uuid(), z.enum(["daily", "weekly"])]),
])
export type Unsubscription = z.output<typeof subject>

/** The token of a link: it says whom and what it stands for. */
export const unsubscribeToken = (what: Unsubscription): string => signedToken(purpose, what)

/** What a token stands for, or null when it is not one of ours. */
export function readUnsubscribeToken(token: string): Unsubscription | null {
  const parsed = subject.safeParse(readSignedToken(purpose, token))
  return parsed.success ? parsed.data : null
}

/** Where a mail program posts to (RFC 8058), and the page with the button that the mail's text names. */
export function unsubscribeLinks(what: Unsubscription, locale: Locale) {
  const query = `?token=${unsubscribeToken(what)}`
  const address = (path: string) => env().origin + localePath(locale, path) + query
  return { post: address("/unsubscribe/one-click"), page: address("/unsubscribe") }
}
