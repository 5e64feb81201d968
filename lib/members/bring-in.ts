import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { memberships } from "@/db/schema/members"
import { giveAccount } from "@/lib/accounts/give-account"
import { record } from "@/lib/activity/record"
import { addPerson } from "@/lib/people/add-person"
import { changeAffiliation } from "@/lib/people/change-affiliation"
import { changeStakeholderGroup } from "@/lib/people/stakeholder-groups"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { dayInstant } from "@/lib/platform/dates"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { bringInInput } from "./input"
import type { PlannedLine } from "./list/plan"
import { planFor } from "./list/preview"
import { beginMembership, keepCoChair, lockGroup, openMembership } from "./membership"

/**
 * Brings a list of members in as it was shown, with the answers to its doubtful lines. All of it or
 * nothing; nobody is invited by mail. Refuses with `conflict` when the list would do something else by now.
 */
export async function bringInMembers(
  actor: Actor,
  { groupId, text, shown, choices }: z.output<typeof bringInInput>,
): Promise<{ added: number; changed: number }> {
  return transaction(async (tx) => {
    const group = await lockGroup(tx, groupId)
    authorize(actor, "member.import", { groupId })
    const plan = await planFor(tx, groupId, text)
    if (plan.shown !== shown) throw new Refusal("conflict", "members.csv.changed")
    const done = { added: 0, changed: 0 }
    const newcomers: string[] = []
    for (const line of plan.lines) {
      const answer = choices[`l${line.line}`] ?? line.chosen
      const chosen = line.choices.find(({ value }) => value === answer)?.value ?? line.chosen
      const outcome = await bringInLine(tx, actor, groupId, line, chosen)
      if (!outcome) continue
      done[outcome.what]++
      if (outcome.isNew) newcomers.push(outcome.personId)
    }
    await keepCoChair(tx, actor, groupId)
    await record(tx, {
      name: "member.imported",
      actor,
      groupId,
      subject: { type: "group", id: groupId },
      data: { ...done, newcomers },
      publicChange: [group.slug],
    })
    return done
  })
}

/** `isNew`: became a member by it, or got an account. */
type Outcome = { what: "added" | "changed"; personId: string; isNew: boolean }

async function bringInLine(
  tx: Transaction,
  actor: Actor,
  groupId: string,
  line: PlannedLine,
  chosen: string,
): Promise<Outcome | null> {
  if (chosen === "skip" || (chosen === line.chosen && line.changes.length === 0)) return null
  const { organisation, capacity } = line
  if (chosen === "new") {
    // Ninety new people belong into one line of the group's trail, not into ninety.
    const by = { actor, groupId: null }
    const person = await addPerson(tx, { ...line, affiliation: { organisation, capacity } }, by)
    if (line.email !== null) await giveAccount(tx, person.id, line.email)
    await beginMembership(tx, {
      groupId,
      personId: person.id,
      role: line.role ?? "member",
      ...sinceOf(line),
    })
    return { what: "added", personId: person.id, isNew: true }
  }
  const gotAccount = await completePerson(tx, chosen, line)
  await changeAffiliation(tx, chosen, { organisation, capacity })
  const open = await openMembership(tx, groupId, chosen)
  const changed = { what: "changed", personId: chosen, isNew: gotAccount } as const
  if (open && (line.role === null || line.role === open.role)) return changed
  const known = await tx.select().from(memberships).where(eq(memberships.personId, chosen))
  const again = known.some((stretch) => stretch.groupId === groupId)
  // A day in the past could fall into an earlier stretch; whoever comes back begins now.
  const since = again ? {} : sinceOf(line)
  await beginMembership(tx, { groupId, personId: chosen, role: line.role ?? "member", ...since })
  return open ? changed : { what: "added", personId: chosen, isNew: true }
}

const sinceOf = ({ since }: PlannedLine) => (since === null ? {} : { since: dayInstant(since) })

/** Resolves to whether they got an account. */
async function completePerson(
  tx: Transaction,
  personId: string,
  line: PlannedLine,
): Promise<boolean> {
  const { stakeholderGroup, email } = line
  if (stakeholderGroup !== null) await changeStakeholderGroup(tx, personId, stakeholderGroup)
  if (email === null) return false
  const [has] = await tx.select().from(accounts).where(eq(accounts.personId, personId))
  if (!has) await giveAccount(tx, personId, email)
  return !has
}
