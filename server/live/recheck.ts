import type { Connection, Hocuspocus } from "@hocuspocus/server"
import { meetingOf } from "@/lib/minutes/live/channel"
import { findLiveMeetings, type LiveMeeting } from "@/lib/minutes/live/open-minutes"
import type { Reason } from "@/lib/minutes/live/protocol"
import { Refusal } from "@/lib/platform/errors"
import { log } from "@/lib/platform/log"
import { actorsOfTokens } from "@/lib/platform/session-actor"
import { authorize } from "@/lib/policy/can"
import { hangUp } from "./lines"
import type { Visitor } from "./origins"

/** How often it is asked again whether those who are connected still may, in milliseconds. */
const interval = 2_000

/**
 * Closes the line of whoever may no longer write: signed out, no longer a member, disabled. When the
 * database does not answer nobody is sent away.
 */
export function keepAsking(hocuspocus: Hocuspocus<Visitor>): { stop: () => void } {
  let asking = false
  const timer = setInterval(() => {
    if (asking) return
    asking = true
    ask(hocuspocus)
      .catch((error: unknown) => log().warn({ error }, "who is connected was not asked again"))
      .finally(() => {
        asking = false
      })
  }, interval)
  return { stop: () => clearInterval(timer) }
}

async function ask(hocuspocus: Hocuspocus<Visitor>): Promise<void> {
  const lines = [...hocuspocus.documents.values()].flatMap((document) =>
    document.getConnections().map((line: Connection<Visitor>) => ({
      ...{ meetingId: meetingOf(document.name), line },
    })),
  )
  const [actors, meetings] = await Promise.all([
    actorsOfTokens([...new Set(lines.map(({ line }) => line.context.token))]),
    findLiveMeetings(lines.map(({ meetingId }) => meetingId)),
  ])
  for (const { meetingId, line } of lines) {
    const visitor = line.context
    const actor = actors.get(visitor.token)
    if (actor) visitor.actor = actor
    const reason = actor ? refusal(actor, meetings.get(meetingId)) : "signedOut"
    if (reason) hangUp(line, reason)
  }
}

function refusal(actor: Visitor["actor"], meeting: LiveMeeting | undefined): Reason | null {
  if (!meeting) return "notFound"
  try {
    authorize(actor, "minutes.edit", meeting)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code === "not_found" ? "notFound" : "forbidden"
  }
}
