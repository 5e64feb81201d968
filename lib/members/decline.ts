import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { declineInput } from "./input"
import { writeDecline } from "./letters"
import { lockGroup } from "./membership"
import { lockRequest, settleRequest } from "./pending"

/** Declines an applicant with a reason, which they are told in the language of their form. */
export async function declineRequest(
  actor: Actor,
  { groupId, requestId, reason }: z.output<typeof declineInput>,
): Promise<{ name: string }> {
  return transaction(async (tx) => {
    const group = await lockGroup(tx, groupId)
    authorize(actor, "member.admit", { groupId })
    const { email: to, name, locale } = await lockRequest(tx, groupId, requestId)
    await settleRequest(tx, requestId, { decision: "declined", reason, decidedBy: personOf(actor) })
    await writeDecline(tx, group, { to, name, locale }, reason)
    await record(tx, {
      name: "member.declined",
      actor,
      groupId,
      subject: { type: "join-request", id: requestId },
      data: { request: requestId, name, reason },
    })
    return { name }
  })
}
