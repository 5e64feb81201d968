import { and, eq, isNull, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { secretariat } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { record } from "@/lib/activity/record"
import { addPerson } from "@/lib/people/add-person"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { Refusal } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"
import { routing } from "@/lib/platform/locales"
import { writeMail } from "@/lib/platform/mail"
import { linkMinutes } from "@/lib/platform/session-link"
import { authorize } from "@/lib/policy/can"
import type { inviteFirstInput } from "./input"
import { makeSignInLink } from "./sign-in-link"

export type FirstInvitation = { name: string; link: string; mailId: string | null }

/**
 * Makes the first secretariat account of a portal, or a new link for whoever holds it already. The
 * mail is written where a mail server is set. Refuses with `conflict` when somebody else is the secretariat.
 */
export async function inviteFirst(
  actor: Actor,
  { email, name }: z.output<typeof inviteFirstInput>,
): Promise<FirstInvitation> {
  authorize(actor, "account.invite")
  return transaction(async (tx) => {
    // Two commands at once must not make two first ones.
    await tx.execute(sql`lock table ${secretariat} in exclusive mode`)
    const person = (await findHolder(tx, email)) ?? (await makeHolder(tx, actor, email, name))
    const link = await makeSignInLink(tx, email, routing.defaultLocale)
    await record(tx, {
      name: "account.invited",
      actor,
      groupId: null,
      subject: { type: "person", id: person.id },
      data: { person: person.id, name: person.name },
    })
    if (!env().smtpUrl) return { name: person.name, link, mailId: null }
    const t = translatorFor(routing.defaultLocale)
    const values = { link, host: new URL(env().origin).host, minutes: linkMinutes }
    const mailId = await writeMail(tx, {
      to: email,
      subject: t("people.firstMail.subject", values),
      text: t("people.firstMail.text", values),
    })
    return { name: person.name, link, mailId }
  })
}

/** The secretariat's person, if the address is theirs; null when there is no secretariat yet. */
async function findHolder(tx: Transaction, email: string) {
  const holders = await tx
    .select({
      id: people.id,
      name: people.name,
      email: accounts.email,
      disabledAt: accounts.disabledAt,
    })
    .from(secretariat)
    .innerJoin(people, eq(people.id, secretariat.personId))
    .innerJoin(accounts, eq(accounts.personId, people.id))
    .where(isNull(secretariat.until))
  const open = holders.filter(({ disabledAt }) => disabledAt === null)
  const holder = open.find((each) => each.email === email)
  if (!holder && open.length > 0) throw new Refusal("conflict", "accounts.secretariatStands")
  return holder ?? null
}

async function makeHolder(tx: Transaction, actor: Actor, email: string, name: string | undefined) {
  const [known] = await tx
    .select({ id: people.id, name: people.name })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(eq(accounts.email, email))
  const person =
    known ??
    (await addPerson(
      tx,
      { name: name ?? email.split("@", 1)[0] ?? email },
      { actor, groupId: null },
    ))
  if (known) await tx.update(accounts).set({ disabledAt: null }).where(eq(accounts.email, email))
  else await tx.insert(accounts).values({ personId: person.id, email })
  const [stands] = await tx
    .select({ id: secretariat.id })
    .from(secretariat)
    .where(and(eq(secretariat.personId, person.id), isNull(secretariat.until)))
  if (!stands) await tx.insert(secretariat).values({ personId: person.id, since: now() })
  return person
}
