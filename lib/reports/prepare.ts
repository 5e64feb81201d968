import type { z } from "zod"
import type { Transaction } from "@/db/client"
import type { LockedMeeting } from "@/lib/meetings/lock"
import { lockMinutesIfAny } from "@/lib/minutes/lock"
import { now } from "@/lib/platform/clock"
import type { publishMinutesInput } from "./input"
import { findNewestVersion } from "./newest-version"
import { answerErrors } from "./overrides"
import { refusePublished } from "./published-meanwhile"
import { requireReady } from "./ready"
import { findReportFacts } from "./state-queries"
import { mayMove, stateOf } from "./status"
import { nextLanguage } from "./usual-language"

/**
 * Step: holds the minutes and looks whether exactly what a form showed may become the next version at this
 * moment; see `publishMinutes` for what is refused. The caller holds the meeting and has authorized.
 */
export async function prepareVersion(
  tx: Transaction,
  held: LockedMeeting,
  input: z.output<typeof publishMinutesInput>,
) {
  const minutes = await lockMinutesIfAny(tx, input.meetingId)
  const facts = await findReportFacts(tx, input.meetingId)
  const newest = facts.versions > 0 ? await findNewestVersion(tx, input.meetingId) : null
  const version = facts.versions + 1
  if (!mayMove(stateOf(facts), "publish") || (input.version ?? version) !== version)
    throw refusePublished(newest, input.revision)
  const at = now()
  const language = input.language ?? (await nextLanguage(tx, held.groupId, newest?.content ?? null))
  const { findings, ...ready } = await requireReady(tx, held, minutes, input, at)
  const overrides = answerErrors(findings, input.overrides)
  return { ready: { ...ready, at }, newest, version, language, findings, overrides }
}
