import { and, desc, eq, lte, sql } from "drizzle-orm"
import { z } from "zod"
import { reports } from "@/db/schema/reports"
import { isNewest } from "@/lib/record/newest-version"
import { reportPath } from "@/lib/reports/addresses"
import type { BlockOf } from "@/lib/reports/blocks"
import { outline, type PlacedBlock } from "@/lib/reports/outline"
import { plainWords } from "@/lib/reports/plain-words"
import { listVersions, type StoredVersion } from "@/lib/reports/published-versions"
import { type Asked, address, type Endpoint, firstOf, instant, pageOf } from "./endpoint"
import { findGroupId } from "./groups"

const decision = z.object({
  id: z.string().describe("As it is cited: meeting and place among its decisions or actions."),
  meeting: z.int().min(1),
  version: z.int().min(1),
  heldAt: instant,
  language: z.string(),
  text: z.string(),
  links: z.object({ page: address }),
})
const action = decision.extend({
  owners: z.array(z.string()),
  due: z.iso.date().nullable(),
})

type Kind = "decision" | "action"

/** Newest versions that hold one of a kind, the highest meeting first; each gives at least one line. */
async function holding(kind: Kind, groupId: string, { after, limit }: Asked) {
  const holds = sql`${reports.content} @? ${`$.sections[*].content[*] ? (@.type == "${kind}")`}::jsonpath`
  const from = after ? lte(reports.number, Number(after[0])) : undefined
  // One more for the report at which the page before ended, and one to know of a next page.
  const order = [desc(reports.number)]
  return listVersions(and(eq(reports.groupId, groupId), isNewest, holds, from), limit + 2, order)
}

const register = (kind: Kind) => async (asked: Asked) => {
  const groupId = await findGroupId(asked)
  if (!groupId) return null
  const [meeting, place] = asked.after ?? [Number.POSITIVE_INFINITY, 0]
  const rows = (await holding(kind, groupId, asked)).flatMap((stored) => {
    const { decisions, actions } = outline(stored.content)
    const placed: PlacedBlock<BlockOf<Kind>>[] = kind === "decision" ? decisions : actions
    return placed
      .map((one, index) => ({ stored, one, at: index + 1 }))
      .filter(({ at }) => stored.number !== meeting || at > Number(place))
  })
  const { items, after } = firstOf(rows, asked.limit, ({ stored, at }) => [stored.number, at])
  return { items: items.map(({ stored, one }) => shown(stored, one, asked)), after }
}

function shown(stored: StoredVersion, one: PlacedBlock<BlockOf<Kind>>, { group, page }: Asked) {
  const { number, version, content } = stored
  const path = reportPath(group, number)
  return {
    id: one.ordinal,
    meeting: number,
    version,
    heldAt: content.meeting.startsAt,
    language: content.language,
    text: plainWords(one.block.content),
    links: { page: page(one.anchor ? `${path}#${one.anchor}` : path) },
    ...(one.block.type === "action"
      ? { owners: one.block.attrs.owners, due: one.block.attrs.due }
      : {}),
  }
}

const cursor = z.tuple([z.int32(), z.int32()])

export const registerEndpoints: Endpoint[] = [
  {
    path: "/groups/{group}/decisions",
    id: "listDecisions",
    summary:
      "What a group decided, of the newest version of every summary, the latest meeting first.",
    name: "Decisions",
    answer: pageOf(decision),
    cursor,
    find: register("decision"),
  },
  {
    path: "/groups/{group}/actions",
    id: "listActions",
    summary:
      "Who undertook what, of the newest version of every summary, the latest meeting first.",
    name: "Actions",
    answer: pageOf(action),
    cursor,
    find: register("action"),
  },
]
