import { documentKinds, documentLanguages } from "@/lib/documents/facts"
import type { DocumentFormLists } from "@/lib/documents/form-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import type { FactChoices } from "./document-fields"

/** As much of a decision as a list of choices shows, in characters. */
const shownWords = 90

/** What the fields of a document offer, in the reader's language. */
export async function factChoices(lists: DocumentFormLists): Promise<FactChoices> {
  const [t, locale] = await Promise.all([getTranslations("documents"), getLocale()])
  const languages = new Intl.DisplayNames(locale, { type: "language" })
  return {
    kind: documentKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    language: documentLanguages.map((value) => ({
      value,
      label: languages.of(value) ?? value,
    })),
    responsibleId: [
      { value: "", label: t("nobody") },
      ...lists.members.map(({ personId, name }) => ({ value: personId, label: name })),
    ],
    origin: [
      { value: "", label: t("form.noOrigin") },
      ...lists.origins.map(({ value, number, title, words }) => {
        const meeting =
          number === null ? title || t("form.unnumbered") : t("form.meeting", { number })
        if (words === null) return { value, label: meeting }
        return { value, label: t("form.decision", { meeting, words: shortened(words) }) }
      }),
    ],
  }
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ")
  return line.length <= shownWords ? line : `${line.slice(0, shownWords).trimEnd()}…`
}
