import { findLedger } from "@/lib/record/public-queries"
import { answerJson } from "../json-answer"

export const dynamic = "force-dynamic"

/** The whole ledger of a group, the oldest entry first, for programs that compute it again. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ group: string }> },
): Promise<Response> {
  const ledger = await findLedger((await params).group)
  if (!ledger) return new Response(null, { status: 404 })
  const entries = ledger.entries.reverse().map((entry) => ({ schema: 1, ...entry }))
  return answerJson(request, { group: ledger.group.slug, entries })
}
