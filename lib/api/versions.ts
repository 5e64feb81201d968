import { and, desc, eq } from "drizzle-orm"
import { z } from "zod"
import { reports } from "@/db/schema/reports"
import { reportPath } from "@/lib/reports/addresses"
import { reportContent } from "@/lib/reports/model"
import { listVersions, type StoredVersion } from "@/lib/reports/published-versions"
import {
  type Asked,
  address,
  type Endpoint,
  firstOf,
  instant,
  numberCursor,
  pageOf,
  sha256,
} from "./endpoint"
import { findGroupId } from "./groups"
import { bore } from "./meetings"

const ledger = z
  .object({ position: z.int().min(1), hash: sha256 })
  .nullable()
  .describe("Its entry on the group's ledger.")

const line = z.object({
  version: z.int().min(1),
  kind: z.enum(["publication", "correction", "withdrawal"]),
  reason: z.string().nullable().describe("Why it corrects or takes back the version before."),
  publishedAt: instant,
  sha256: sha256.describe("Of the record, in its canonical form."),
  ledger,
  links: z.object({ self: address, page: address }),
})
const version = line.extend({
  newest: z.boolean(),
  report: reportContent.meta({ id: "Report" }),
})

function shown(stored: StoredVersion, { group, number: today, page, api }: Asked) {
  const { number, version, publishedAt, sha256, ledger, content } = stored
  const { correction, withdrawal } = content
  return {
    ...{ version, publishedAt, sha256, ledger },
    kind: withdrawal ? "withdrawal" : correction ? "correction" : "publication",
    reason: withdrawal?.reason ?? correction?.reason ?? null,
    links: {
      self: api(`/groups/${group}/meetings/${today}/versions/${version}`),
      page: page(reportPath(group, number, version)),
    },
  }
}

const most = 1000

/** All versions of the meeting that has a number, or had it; the newest first. */
async function versionsOf(asked: Asked): Promise<StoredVersion[]> {
  const groupId = await findGroupId(asked)
  if (!groupId) return []
  const ofMeeting = and(eq(reports.groupId, groupId), bore(asked.number))
  return listVersions(ofMeeting, most, [desc(reports.version)])
}

/** Where the versions are now, when the meeting has another number since. */
function movedTo([newest]: readonly StoredVersion[], { group, number, api }: Asked, below: string) {
  if (!newest || newest.number === number) return null
  return { moved: api(`/groups/${group}/meetings/${newest.number}/versions${below}`) }
}

export const versionEndpoints: Endpoint[] = [
  {
    path: "/groups/{group}/meetings/{number}/versions",
    id: "listVersions",
    summary: "The published versions of a meeting's summary, the newest first.",
    name: "Versions",
    answer: pageOf(line),
    cursor: numberCursor,
    find: async (asked) => {
      const versions = await versionsOf(asked)
      if (versions.length === 0) return null
      const moved = movedTo(versions, asked, "")
      if (moved) return moved
      const before = asked.after ? Number(asked.after[0]) : Number.POSITIVE_INFINITY
      const rest = versions.filter(({ version }) => version < before)
      const { items, after } = firstOf(rest, asked.limit, (stored) => [stored.version])
      return { items: items.map((stored) => shown(stored, asked)), after }
    },
  },
  {
    path: "/groups/{group}/meetings/{number}/versions/{version}",
    id: "getVersion",
    summary: "A published version, whole: everything that its page is made from.",
    name: "Version",
    answer: version,
    find: async (asked) => {
      const versions = await versionsOf(asked)
      const found = versions.find((stored) => stored.version === asked.version)
      if (!found) return null
      const newest = versions[0] === found
      return (
        movedTo(versions, asked, `/${asked.version}`) ?? {
          thing: { ...shown(found, asked), newest, report: found.content },
        }
      )
    },
  },
]
