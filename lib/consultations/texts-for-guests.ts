import type { Reader } from "@/db/client"
import type { AgendaItem } from "@/lib/meetings/agenda"
import { routing } from "@/lib/platform/locales"
import { unnameWords } from "@/lib/reports/unname"
import { unnameSections } from "@/lib/reports/unname-minutes"
import { listUnnamed } from "@/lib/reviews/unnamed"
import { type OpenText, readMinutesBody, readOpenTexts } from "./open-texts"

/**
 * The texts of a consultation as guests read them: whoever asked not to be named in a report is not named
 * in its minutes either. Does not authorize.
 */
export async function readTextsForGuests(
  reader: Reader,
  consultationId: string,
): Promise<OpenText[]> {
  return withoutNames(reader, await readOpenTexts(reader, consultationId))
}

/** Step: open texts without the names of those who asked for that, in what is said and in who says it. */
export async function withoutNames(
  reader: Reader,
  texts: readonly OpenText[],
): Promise<OpenText[]> {
  const language = routing.defaultLocale
  // A handful of minutes at most; each has a text and answers of its own.
  return Promise.all(
    texts.map(async (open) => {
      if (open.body.kind !== "minutes") return open
      const { text, agenda } = open.body
      const people = await listUnnamed(reader, open.textId, text, language)
      if (people.length === 0) return open
      const words = wordsWithout(people, agenda)
      const sections = unnameSections(language, text.sections, people)
      const items = agenda.map((item) => ({
        ...item,
        title: words(item.title),
        presenter: words(item.presenter),
      }))
      return {
        ...{ ...open, title: words(open.title) },
        ...readMinutesBody({ ...text, sections }, items),
      }
    }),
  )
}

/** Step: what comments of a guest are about, without the names of those who asked for that in its minutes. */
export async function aboutsWithoutNames<Said extends { textId: string; about: string }>(
  reader: Reader,
  consultationId: string,
  comments: readonly Said[],
): Promise<Said[]> {
  if (comments.every(({ about }) => about === "")) return [...comments]
  const texts = await readOpenTexts(reader, consultationId)
  const changed = new Map<string, (words: string) => string>()
  for (const { textId, body } of texts) {
    if (body.kind !== "minutes") continue
    const people = await listUnnamed(reader, textId, body.text, routing.defaultLocale)
    if (people.length > 0) changed.set(textId, wordsWithout(people, body.agenda))
  }
  return comments.map((comment) => ({
    ...comment,
    about: changed.get(comment.textId)?.(comment.about) ?? comment.about,
  }))
}

const wordsWithout = (people: Awaited<ReturnType<typeof listUnnamed>>, agenda: AgendaItem[]) =>
  unnameWords(
    routing.defaultLocale,
    people,
    agenda.map(({ presenter }) => presenter),
  )
