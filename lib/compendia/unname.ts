import type { Transaction } from "@/db/client"
import { emptyText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { routing } from "@/lib/platform/locales"
import { Rewording } from "@/lib/reports/unname"
import { listUnnamed } from "@/lib/reviews/unnamed"
import type { CompendiumAuthor, CompendiumContent } from "./model"

/**
 * Step: a compendium without the names of those who asked not to be named in the report of a meeting that
 * it is about: in what was quoted, said and answered, and as whoever said it.
 */
export async function unnameCompendium(
  tx: Transaction,
  content: CompendiumContent,
  meetingIds: readonly string[],
): Promise<CompendiumContent> {
  const language = routing.defaultLocale
  // A handful of minutes at most; each has a text and answers of its own.
  const asked = await Promise.all(
    meetingIds.map(async (id) => {
      const text = (await getCurrentText(tx, id))?.text ?? emptyText([])
      return listUnnamed(tx, id, text, language)
    }),
  )
  const people = asked.flat()
  if (people.length === 0) return content
  const authors = content.entries.flatMap(({ comments }) =>
    comments.flatMap(({ by }) => (by.named ? [{ name: by.name, capacity: by.organisation }] : [])),
  )
  const rewording = new Rewording(language, authors, people)
  const words = rewording.text
  const { consultation, texts, entries } = content
  return {
    ...content,
    consultation: {
      ...consultation,
      title: words(consultation.title),
      question: words(consultation.question),
    },
    texts: texts.map((text) => ({ ...text, title: words(text.title) })),
    entries: entries.map((entry) => ({
      ...entry,
      text: words(entry.text),
      section: words(entry.section),
      quote: words(entry.quote),
      reason: words(entry.reason),
      comments: entry.comments.map((comment) => ({
        ...comment,
        by: authorWithout(comment.by, rewording),
        words: words(comment.words),
        proposal: comment.proposal && words(comment.proposal),
        ...(comment.hidden && { hidden: { reason: words(comment.hidden.reason) } }),
      })),
    })),
  }
}

/** Whoever is not to be named is but their stakeholder group; who speaks for them names nobody by that. */
function authorWithout(by: CompendiumAuthor, rewording: Rewording): CompendiumAuthor {
  if (!by.named) return by
  const { name, organisation, stakeholderGroup } = by
  if (rewording.name(name) !== name) return { named: false, stakeholderGroup }
  return { ...by, organisation: rewording.text(organisation) }
}
