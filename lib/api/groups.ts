import { eq } from "drizzle-orm"
import { z } from "zod"
import { groups } from "@/db/schema/groups"
import { findPublicGroup, listPublicGroups } from "@/lib/groups/public-queries"
import { database } from "@/lib/platform/database"
import { type Asked, address, type Endpoint, pageOf, pageOfSlugs, slugCursor } from "./endpoint"

const line = z.object({
  slug: z.string(),
  shortName: z.string(),
  name: z.string(),
  purpose: z.string(),
  setUp: z.string(),
  links: z.object({ self: address, page: address, feed: address, calendar: address }),
})
const group = line.extend({ coChairs: z.array(z.string()) })

const withLinks = <Group extends { slug: string }>(found: Group, { page, api }: Asked) => ({
  ...found,
  links: {
    self: api(`/groups/${found.slug}`),
    page: page(`/${found.slug}`),
    feed: page(`/${found.slug}/feed.xml`),
    calendar: page(`/${found.slug}/calendar.ics`),
  },
})

/** The id of the group that an address names; null when there is none such. */
export async function findGroupId({ group }: Asked): Promise<string | null> {
  const [row] = await database()
    .select({ id: groups.id })
    .from(groups)
    .where(eq(groups.slug, group))
  return row?.id ?? null
}

export const groupEndpoints: Endpoint[] = [
  {
    path: "/groups",
    id: "listGroups",
    summary: "The working groups of the portal, by slug.",
    name: "Groups",
    answer: pageOf(line),
    cursor: slugCursor,
    find: async (asked) => {
      const { items, after } = pageOfSlugs(await listPublicGroups(), asked)
      return { items: items.map((each) => withLinks(each, asked)), after }
    },
  },
  {
    path: "/groups/{group}",
    id: "getGroup",
    summary: "A working group and its co-chairs of today.",
    name: "Group",
    answer: group,
    find: async (asked) => {
      const found = await findPublicGroup(asked.group)
      return found && { thing: withLinks(found, asked) }
    },
  },
]
