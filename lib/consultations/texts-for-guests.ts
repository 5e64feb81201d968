import type { Reader } from "@/db/client"
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
      const presenters = agenda.map(({ presenter }) => presenter)
      const words = unnameWords(language, people, presenters)
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

/**
 * Step: one's comments without those names in what they are `about`: a part that is gone is called as it
 * was in the minutes.
 */
export async function aboutWithoutNames<C extends { textId: string; about: string }>(
  reader: Reader,
  consultationId: string,
  comments: readonly C[],
): Promise<C[]> {
  if (comments.every(({ about }) => about === "")) return [...comments]
  const language = routing.defaultLocale
  const rewordings = new Map<string, (about: string) => string>()
  for (const { textId, body } of await readOpenTexts(reader, consultationId)) {
    if (body.kind !== "minutes") continue
    const people = await listUnnamed(reader, textId, body.text, language)
    const presenters = body.agenda.map(({ presenter }) => presenter)
    if (people.length > 0) rewordings.set(textId, unnameWords(language, people, presenters))
  }
  return comments.map((each) => ({
    ...each,
    about: rewordings.get(each.textId)?.(each.about) ?? each.about,
  }))
}
