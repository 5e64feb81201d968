import { useLocale, useTranslations } from "next-intl"
import { editionFilePath, editionFormats, editionPath } from "@/lib/editions/addresses"
import type { PublicEdition } from "@/lib/editions/public-queries"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { CiteAndProof } from "../../cite-and-proof"

/** How the edition is cited, all editions, and the fingerprint of this one. */
export function EditionBack({ edition }: { edition: PublicEdition }) {
  const t = useTranslations("mapping.editions")
  const locale = useLocale()
  const { content, editions, sha256, origin, entry } = edition
  const { group, mandate, number, frozenAt } = content
  const pathOf = (one: number) => editionPath(group.slug, mandate.slug, one)
  const words = t.rich("citeForm", {
    ...{ group: group.name, mandate: mandate.title, number },
    day: dayText(new Date(frozenAt), locale),
    work: (chunks) => <cite>{chunks}</cite>,
  })
  const lines = editions.map((one) => {
    const line = t("numberOn", { number: one.number, day: dayText(one.frozenAt, locale) })
    return one.number === number
      ? { number, words: t("thisOne", { words: line }), href: null }
      : { number: one.number, words: line, href: localePath(locale, pathOf(one.number)) }
  })
  return (
    <CiteAndProof
      cite={{ title: t("cite"), words, address: origin + pathOf(number) }}
      proof={t("proof")}
      others={{ title: t("editions"), lines }}
      files={editionFormats.map((format) => ({
        href: localePath(locale, editionFilePath(group.slug, mandate.slug, number, format)),
        words: t(`format.${format}`),
      }))}
      ofFiles={t("csvAlone")}
      {...{ sha256, group: group.slug, entry }}
    />
  )
}
