import { z } from "zod"
import { editionPath, mappingPath } from "@/lib/editions/addresses"
import { EDITION_SCHEMA } from "@/lib/editions/model"
import { findEdition, listPublicMappings } from "@/lib/editions/public-queries"
import { activityKinds, rowStatuses, scopes } from "@/lib/mapping/model"
import {
  type Asked,
  address,
  type Endpoint,
  instant,
  ofRecord,
  pageOf,
  pageOfSlugs,
  recordOf,
  sha256,
  slugCursor,
  whereRecord,
} from "./endpoint"
import { findGroupId } from "./groups"

const line = z.object({
  slug: z.string().describe("Of the mandate; the mapping is found by it."),
  title: z.string(),
  symbol: z.string().describe("As the mandate is cited: A/74/821."),
  edition: z.int().min(1).describe("The number of the newest one."),
  frozenAt: instant,
  rows: z.int().min(0),
  links: z.object({ self: address, page: address }),
})

const activity = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(activityKinds),
  years: z.array(z.int()),
  link: z.string(),
  body: z.string(),
})
const row = z.object({
  number: z.int().min(1).describe("Stays with the row in all editions."),
  area: z.string().describe("The slug of its area."),
  suggests: z.string().describe("What the mandate suggests."),
  citation: z.object({ mandate: z.string(), paragraph: z.string() }),
  activities: z.array(activity),
  synergies: z.array(z.looseObject({ type: z.string() })),
  scope: z.enum(scopes),
  reason: z.string(),
  status: z.enum(rowStatuses),
  confirmed: z.string().nullable().describe("A day, YYYY-MM-DD."),
  meetings: z.array(z.int()).describe("The numbers of the meetings that discussed it."),
})
const edition = z.object({
  sha256: sha256.describe(ofRecord),
  record: address.nullable().describe(whereRecord),
  edition: z
    .object({
      schema: z.literal(EDITION_SCHEMA),
      group: z.object({ slug: z.string(), shortName: z.string(), name: z.string() }),
      mandate: z.object({
        ...{ slug: z.string(), title: z.string(), symbol: z.string() },
        ...{ dated: z.string().nullable(), link: z.string() },
      }),
      number: z.int().min(1),
      frozenAt: instant,
      ...{ note: z.string(), goal: z.string(), rule: z.string() },
      areas: z.array(z.object({ slug: z.string(), title: z.string(), crossCutting: z.boolean() })),
      rows: z.array(row),
      annex: z
        .array(
          z.object({
            row: z.int().min(1),
            ...{ area: z.string(), suggests: z.string(), activity },
            edition: z.int().min(1).describe("The one that moved it here."),
          }),
        )
        .describe("Activities of finished years."),
    })
    .describe("With the names that were not erased."),
  editions: z.array(
    z.object({
      number: z.int().min(1),
      frozenAt: instant,
      links: z.object({ self: address, page: address }),
    }),
  ),
})

const linksOf = ({ group, page, api }: Asked, slug: string, number?: number) => ({
  self:
    api(`/groups/${group}/mappings/${slug}`) + (number === undefined ? "" : `/editions/${number}`),
  page: page(number === undefined ? mappingPath(group, slug) : editionPath(group, slug, number)),
})

async function find(asked: Asked, number?: number) {
  const found = await findEdition(asked.group, asked.slug, number)
  if (!found) return null
  const { sha256, content, editions, entry } = found
  return {
    thing: {
      ...{ sha256, record: recordOf(asked, entry), edition: content },
      editions: editions.map((each) => ({
        ...each,
        links: linksOf(asked, asked.slug, each.number),
      })),
    },
  }
}

export const mappingEndpoints: Endpoint[] = [
  {
    path: "/groups/{group}/mappings",
    id: "listMappings",
    summary: "The mappings of which a group has frozen an edition, by the slug of their mandate.",
    name: "Mappings",
    answer: pageOf(line),
    cursor: slugCursor,
    find: async (asked) => {
      if (!(await findGroupId(asked))) return null
      const lines = (await listPublicMappings(asked.group)).map(({ mandate, edition: newest }) => ({
        ...{ ...mandate, edition: newest.number, frozenAt: newest.frozenAt, rows: newest.rows },
      }))
      const { items, after } = pageOfSlugs(lines, asked)
      return { items: items.map((each) => ({ ...each, links: linksOf(asked, each.slug) })), after }
    },
  },
  {
    path: "/groups/{group}/mappings/{slug}",
    id: "getMapping",
    summary: "The newest edition of a mapping, whole, and what other editions there are.",
    name: "Mapping",
    answer: edition,
    find: (asked) => find(asked),
  },
  {
    path: "/groups/{group}/mappings/{slug}/editions/{number}",
    id: "getEdition",
    summary: "An edition of a mapping, whole.",
    name: "Edition",
    answer: edition,
    find: (asked) => find(asked, asked.number),
  },
]
