import type { FoundConsultation } from "@/lib/consultations/queries"
import type { WorksheetRow } from "@/lib/consultations/worksheet/model"
import { COMPENDIUM_SCHEMA, type CompendiumAuthor, type CompendiumContent } from "./model"

type Text = CompendiumContent["texts"][number]

/**
 * What is published of a consultation, out of its worksheet. Nothing of whoever asked not to be named is in
 * it but their stakeholder group; of whoever's words are hidden neither, and why they are. Throws for a thread
 * that nobody decided: the caller refuses it before.
 */
export function composeCompendium(
  consultation: FoundConsultation,
  texts: readonly Text[],
  rows: readonly WorksheetRow[],
  { version, publishedAt }: { version: number; publishedAt: Date },
): CompendiumContent {
  const { slug, title, question, audience, askedByName, opensAt, closesAt, group } = consultation
  return {
    schema: COMPENDIUM_SCHEMA,
    version,
    publishedAt: publishedAt.toISOString(),
    group: { slug: group.slug, shortName: group.shortName, name: group.name },
    consultation: {
      ...{ slug, title, question, audience },
      askedBy: askedByName,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    },
    texts: texts.map(({ kind, title: name, number, revision }) => ({
      ...{ kind, number, revision },
      title: name,
    })),
    entries: rows
      .filter(({ leads }) => leads)
      .map((lead) => ({
        number: Number(lead.number),
        text: lead.text,
        section: lead.section,
        quote: lead.quote,
        lost: lead.lost,
        ...(lead.row && { row: lead.row }),
        disposition: decided(lead),
        reason: lead.reason,
        comments: rows
          .filter(({ threadId }) => threadId === lead.threadId)
          .map((row) => ({
            by: authorOf(row),
            at: row.at.toISOString(),
            late: row.late,
            words: row.words,
            proposal: row.proposal,
            ...(row.hidden && { hidden: { reason: row.hidden.reason } }),
          })),
      })),
  }
}

function decided({ open, disposition, number }: WorksheetRow) {
  if (open && disposition === null) throw new Error(`Thread ${number} is not decided`)
  return disposition
}

function authorOf({ author, unnamed, hidden }: WorksheetRow): CompendiumAuthor {
  const { name, organisation, stakeholderGroup } = author
  return unnamed || hidden
    ? { named: false, stakeholderGroup }
    : { named: true, name, organisation, stakeholderGroup }
}
