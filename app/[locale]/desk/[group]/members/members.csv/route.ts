import { getGroupForMembers } from "@/lib/groups/queries"
import { writeList } from "@/lib/members/list/write"
import { listMembers } from "@/lib/members/queries"
import { isLocale, routing } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

/** The members of a group for a spreadsheet, in the language of the address. For co-chairs. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; group: string }> },
): Promise<Response> {
  const [{ locale, group: slug }, actor] = await Promise.all([params, currentActor()])
  const group = await answer(getGroupForMembers(actor, slug))
  const members = await answer(listMembers(actor, group.id))
  const text = writeList(members, isLocale(locale) ? locale : routing.defaultLocale)
  const day = new Date().toISOString().slice(0, 10)
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${group.slug}-members-${day}.csv"`,
      "cache-control": "private, no-store",
    },
  })
}
