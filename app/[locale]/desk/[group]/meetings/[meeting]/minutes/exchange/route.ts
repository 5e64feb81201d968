import { getDeskGroup } from "@/lib/groups/queries"
import { exchangeMinutes } from "@/lib/minutes/live/exchange"
import { findMeetingId } from "@/lib/minutes/queries"
import { answerExchange } from "../../../../live/answer-exchange"

/** Minutes written over ordinary requests, where no line can be opened. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ group: string; meeting: string }> },
): Promise<Response> {
  return answerExchange(request, async (actor, given) => {
    const { group: slug, meeting } = await params
    const group = await getDeskGroup(actor, slug)
    const meetingId = await findMeetingId(actor, group.id, meeting)
    return exchangeMinutes(actor, { meetingId, ...given })
  })
}
