import { and, asc, eq, gt } from "drizzle-orm"
import { z } from "zod"
import { ledgerEntries, ledgerKind } from "@/db/schema/record"
import { database } from "@/lib/platform/database"
import { findHead } from "@/lib/record/public-queries"
import { address, type Endpoint, firstOf, instant, numberCursor, pageOf, sha256 } from "./endpoint"
import { findGroupId } from "./groups"

const head = z.object({ position: z.int().min(1), hash: sha256 })
const entry = z.object({
  position: z.int().min(1),
  kind: z.enum(ledgerKind.enumValues),
  address: z.string().describe("Below the group's own, as it was on that day."),
  sha256: sha256.describe("Of the version, in its canonical form."),
  previous: sha256.nullable().describe("The hash of the entry before."),
  hash: sha256.describe("Of this entry, `previous` included."),
  at: instant,
  links: z.object({ page: address }),
})

export const recordEndpoints: Endpoint[] = [
  {
    path: "/groups/{group}/record",
    id: "listRecord",
    summary: "The ledger of a group from its first entry on, and its head.",
    name: "Record",
    answer: pageOf(entry).extend({ head: head.nullable() }),
    cursor: numberCursor,
    find: async (asked) => {
      const groupId = await findGroupId(asked)
      if (!groupId) return null
      const from = asked.after ? gt(ledgerEntries.position, Number(asked.after[0])) : undefined
      const [rows, newest] = await Promise.all([
        database()
          .select()
          .from(ledgerEntries)
          .where(and(eq(ledgerEntries.groupId, groupId), from))
          .orderBy(asc(ledgerEntries.position))
          .limit(asked.limit + 1),
        findHead(asked.group),
      ])
      const { items, after } = firstOf(rows, asked.limit, ({ position }) => [position])
      return {
        items: items.map((each) => ({
          ...each,
          links: { page: asked.page(`/${asked.group}/${each.address}`) },
        })),
        after,
        beside: { head: newest },
      }
    },
  },
]
