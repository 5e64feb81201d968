import { getDeskGroup } from "@/lib/groups/queries"
import { type Exchanged, exchange, type Reason } from "@/lib/live/protocol"
import { exchangeMinutes } from "@/lib/minutes/live/exchange"
import { findMeetingId } from "@/lib/minutes/queries"
import { Refusal } from "@/lib/platform/errors"
import { isFromOwnPages } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

const headers = { "cache-control": "no-store" }
const say = (answer: Exchanged, status = 200) => Response.json(answer, { status, headers })

function reasonOf({ code, key }: Refusal): Reason {
  if (key === "minutes.schema") return "schema"
  if (key === "minutes.tooLarge") return "tooLarge"
  const reasons: Partial<Record<Refusal["code"], Reason>> = {
    sign_in: "signedOut",
    forbidden: "forbidden",
    not_found: "notFound",
    invalid: "broken",
  }
  return reasons[code] ?? "again"
}

/** Minutes written over ordinary requests, where no line can be opened. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ group: string; meeting: string }> },
): Promise<Response> {
  try {
    if (!(await isFromOwnPages())) throw new Refusal("forbidden", "foreignOrigin")
    const { group: slug, meeting } = await params
    const actor = await currentActor()
    const group = await getDeskGroup(actor, slug)
    const read = exchange.safeParse(await request.json().catch(() => null))
    if (!read.success) throw new Refusal("invalid", "minutes.malformed", { where: "JSON" })
    const meetingId = await findMeetingId(actor, group.id, meeting)
    return say(await exchangeMinutes(actor, { meetingId, ...read.data }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return say({ refused: reasonOf(error) }, error.status)
  }
}
