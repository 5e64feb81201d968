import { z } from "zod"
import { compendiumContent } from "@/lib/compendia/model"
import { findCompendium } from "@/lib/compendia/public-queries"
import { consultationAudiences } from "@/lib/consultations/model"
import { findPublicConsultation, listPublicConsultations } from "@/lib/consultations/public-queries"
import { consultationStatuses } from "@/lib/consultations/status"
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
  slug: z.string(),
  title: z.string(),
  status: z.enum(consultationStatuses),
  opensAt: instant,
  closesAt: instant,
  links: z.object({ self: address, page: address }),
})
const consultation = line.extend({
  question: z.string().describe("In light Markdown."),
  audience: z.enum(consultationAudiences),
  lateUntil: instant.nullable(),
  cancelReason: z.string().nullable(),
  texts: z.array(
    z.object({
      kind: z.enum(["minutes", "document"]),
      title: z.string(),
      number: z.int().nullable().describe("Of the meeting, where it is minutes."),
    }),
  ),
  compendium: address.nullable().describe("The newest version of the comments and answers."),
})
const compendium = z.object({
  sha256: sha256.describe(ofRecord),
  record: address.nullable().describe(whereRecord),
  compendium: compendiumContent,
})

const linksOf = ({ group, page, api }: Asked, slug: string) => ({
  self: api(`/groups/${group}/consultations/${slug}`),
  page: page(`/${group}/consultations/${slug}`),
})

export const consultationEndpoints: Endpoint[] = [
  {
    path: "/groups/{group}/consultations",
    id: "listConsultations",
    summary: "What a group asked others than its members, by slug.",
    name: "Consultations",
    answer: pageOf(line),
    cursor: slugCursor,
    find: async (asked) => {
      if (!(await findGroupId(asked))) return null
      const all = await listPublicConsultations(asked.group)
      const { items, after } = pageOfSlugs(all, asked)
      const ends = items.flatMap(({ until }) => until?.getTime() ?? [])
      return {
        items: items.map((each) => ({ ...each, links: linksOf(asked, each.slug) })),
        after,
        until: ends.length > 0 ? new Date(Math.min(...ends)) : null,
      }
    },
  },
  {
    path: "/groups/{group}/consultations/{slug}",
    id: "getConsultation",
    summary: "A consultation: what is asked, of whom, and until when.",
    name: "Consultation",
    answer: consultation,
    find: async (asked) => {
      const found = await findPublicConsultation(asked.group, asked.slug)
      if (!found) return null
      const links = linksOf(asked, asked.slug)
      const newest = found.compendium && `${links.self}/compendium/${found.compendium}`
      return {
        thing: { ...found, question: found.markup, links, compendium: newest },
        until: found.until,
      }
    },
  },
  {
    path: "/groups/{group}/consultations/{slug}/compendium/{version}",
    id: "getCompendium",
    summary: "A published version of the comments on a consultation, with what became of each.",
    name: "Compendium",
    answer: compendium,
    find: async (asked) => {
      const found = await findCompendium(asked.group, asked.slug, asked.version)
      if (!found) return null
      const { content, entries, sha256, entry } = found
      const record = recordOf(asked, entry)
      return { thing: { sha256, record, compendium: { ...content, entries } } }
    },
  },
]
