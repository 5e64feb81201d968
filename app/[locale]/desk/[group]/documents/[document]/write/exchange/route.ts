import { exchangeDocument } from "@/lib/documents/live/exchange"
import { getDocument } from "@/lib/documents/queries"
import { answerExchange } from "../../../../live/answer-exchange"

/** A document written over ordinary requests, where no line can be opened. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ group: string; document: string }> },
): Promise<Response> {
  return answerExchange(request, async (actor, given) => {
    const { group, document } = await params
    const { id } = await getDocument(actor, group, document)
    return exchangeDocument(actor, { documentId: id, ...given })
  })
}
