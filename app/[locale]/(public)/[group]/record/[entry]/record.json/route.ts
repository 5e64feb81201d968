import { findRecordAt } from "@/lib/record/public-queries"
import { answerJson } from "../../json-answer"

export const dynamic = "force-dynamic"

/** What an entry of a ledger seals, as it is hashed, with the names that were not erased: for whoever checks it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ group: string; entry: string }> },
): Promise<Response> {
  const { group, entry } = await params
  const position = /^[1-9]\d{0,8}$/.test(entry) ? Number(entry) : null
  const record = position === null ? null : await findRecordAt(group, position)
  if (!record) return new Response(null, { status: 404 })
  return answerJson(request, record)
}
