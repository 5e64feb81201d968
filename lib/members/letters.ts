import type { Transaction } from "@/db/client"
import { env } from "@/lib/platform/env"
import { translatorFor } from "@/lib/platform/i18n"
import { type Locale, localePath } from "@/lib/platform/locales"
import { writeMail } from "@/lib/platform/mail"
import type { LockedGroup } from "./membership"

type Recipient = { to: string; name: string; locale: Locale }

const address = (locale: Locale, path: string) =>
  new URL(localePath(locale, path), env().origin).href

/** Where somebody signs in and comes out on the desk of a group. */
function deskLink(locale: Locale, slug: string): string {
  const next = localePath(locale, `/desk/${slug}`)
  return `${address(locale, "/sign-in")}?next=${encodeURIComponent(next)}`
}

/** Step: tells somebody that they are a member now, and how they sign in. */
export async function writeWelcome(tx: Transaction, group: LockedGroup, to: Recipient) {
  const t = translatorFor(to.locale)
  const values = { name: to.name, group: group.name, short: group.shortName }
  await writeMail(tx, {
    to: to.to,
    subject: t("members.mail.welcome.subject", values),
    text: t("members.mail.welcome.text", { ...values, link: deskLink(to.locale, group.slug) }),
  })
}

/** Step: tells an applicant that the group declined, and why. */
export async function writeDecline(
  tx: Transaction,
  group: LockedGroup,
  to: Recipient,
  reason: string,
) {
  const t = translatorFor(to.locale)
  const values = { name: to.name, group: group.name, short: group.shortName, reason }
  await writeMail(tx, {
    to: to.to,
    subject: t("members.mail.declined.subject", values),
    text: t("members.mail.declined.text", values),
  })
}

/**
 * Step: asks an applicant to confirm the address. The link opens a page whose button confirms. None of
 * the applicant's own words stand in it: anybody may have typed them, to reach any address.
 */
export async function writeConfirmation(
  tx: Transaction,
  group: LockedGroup,
  { to, locale }: Omit<Recipient, "name">,
  token: string,
) {
  const t = translatorFor(locale)
  const link = `${address(locale, `/${group.slug}/join/confirm`)}?token=${token}`
  const values = { group: group.name, short: group.shortName }
  await writeMail(tx, {
    to,
    subject: t("join.mail.confirm.subject", values),
    text: t("join.mail.confirm.text", { ...values, link }),
  })
}

/** Step: tells somebody who asked to join that they are a member already. */
export async function writeAlready(
  tx: Transaction,
  group: LockedGroup,
  { to, locale }: Omit<Recipient, "name">,
) {
  const t = translatorFor(locale)
  const values = { group: group.name, short: group.shortName }
  await writeMail(tx, {
    to,
    subject: t("join.mail.already.subject", values),
    text: t("join.mail.already.text", { ...values, link: deskLink(locale, group.slug) }),
  })
}

/** Step: tells somebody that they can sign in, without being a member of a group yet. */
export async function writeAccount(tx: Transaction, to: Recipient) {
  const t = translatorFor(to.locale)
  const host = new URL(env().origin).host
  const link = address(to.locale, "/sign-in")
  await writeMail(tx, {
    to: to.to,
    subject: t("people.mail.account.subject", { host }),
    text: t("people.mail.account.text", { name: to.name, host, link }),
  })
}
