import { and, asc, desc, eq, gt, isNull, like } from "drizzle-orm"
import { accounts, sessions } from "@/db/schema/accounts"
import { mails } from "@/db/schema/mail"
import { memberships, secretariat } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { daysFromNow, now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { sampleMode } from "@/lib/platform/env"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"

export type MySession = {
  id: string
  since: Date
  lastSeenAt: Date
  browser: string
  current: boolean
}

/** The open sessions of whoever asks, the newest first. */
export async function listMySessions(actor: Actor): Promise<MySession[]> {
  authorize(actor, "sessions.see")
  if (actor.kind !== "account") throw new Refusal("sign_in", "signIn")
  const rows = await database()
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.accountId, actor.accountId),
        gt(sessions.expiresAt, now()),
        gt(sessions.lastSeenAt, daysFromNow(-7)),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt))
  return rows.map((row) => ({
    id: row.id,
    since: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    browser: row.browser,
    current: row.id === actor.sessionId,
  }))
}

/** How many of each kind of sample person have a button; enough to try everything. */
const buttons = { secretariat: 1, "co-chair": 2, member: 2, outsider: 1 } as const

export type SamplePerson = { personId: string; name: string; role: keyof typeof buttons }

/**
 * The people whose sign-in buttons stand on the sign-in page, those who have been here longest first:
 * who was added while trying things out takes nobody's button. Empty outside sample mode.
 */
export async function listSamplePeople(): Promise<SamplePerson[]> {
  if (!sampleMode()) return []
  const rows = await database()
    .selectDistinctOn([people.name, people.id], {
      personId: people.id,
      name: people.name,
      member: memberships.role,
      office: secretariat.id,
      since: accounts.createdAt,
    })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .leftJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.until)))
    .leftJoin(secretariat, and(eq(secretariat.personId, people.id), isNull(secretariat.until)))
    .where(and(like(accounts.email, "%@example.org"), isNull(accounts.disabledAt)))
    // Of several roles the strongest counts: "co-chair" sorts behind "member".
    .orderBy(asc(people.name), asc(people.id), desc(memberships.role))
  const all = rows
    .sort((one, other) => one.since.getTime() - other.since.getTime())
    .map(
      ({ personId, name, office, member }): SamplePerson => ({
        ...{ personId, name },
        role: office ? "secretariat" : (member ?? "outsider"),
      }),
    )
  const kinds = ["co-chair", "member", "secretariat", "outsider"] as const
  return kinds.flatMap((kind) => all.filter(({ role }) => role === kind).slice(0, buttons[kind]))
}

export type KeptMail = { id: string; to: string; subject: string; text: string; at: Date }

/** The mail that was written while no mail server is set. Sample mode only. */
export async function listOutbox(actor: Actor): Promise<KeptMail[]> {
  if (!sampleMode()) throw notFound()
  authorize(actor, "outbox.read")
  return database()
    .select({
      id: mails.id,
      to: mails.to,
      subject: mails.subject,
      text: mails.text,
      at: mails.createdAt,
    })
    .from(mails)
    .orderBy(desc(mails.createdAt))
    .limit(100)
}
