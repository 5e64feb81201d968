import { keepText } from "@/lib/minutes/keep-text"
import { lockMinutes } from "@/lib/minutes/lock"
import type { MinutesText } from "@/lib/minutes/model"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"

/** Makes a text the next revision of the minutes of a meeting, for tests that begin from there. */
export async function writeMinutes(actor: Actor, meetingId: string, text: MinutesText) {
  return transaction(async (tx) =>
    keepText(tx, actor, meetingId, await lockMinutes(tx, meetingId), text),
  )
}
