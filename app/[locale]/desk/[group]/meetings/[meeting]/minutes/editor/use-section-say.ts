import { useLocale, useTranslations } from "next-intl"
import { useMemo } from "react"
import { dayInstant, longDayText } from "@/lib/platform/dates"
import type { SectionSetting } from "./extensions"

/** The words that the extensions need; they stand outside React. */
export function useSectionSay(): SectionSetting["say"] {
  const t = useTranslations("minutes")
  const locale = useLocale()
  return useMemo(
    () => ({
      block: (key) => t(`block.${key}`),
      locale,
      offer: (type) => t(`offer.${type}`),
      fill: ({ owners, due }) => {
        const names = owners.map(({ name }) => name)
        const day = due === null ? [] : [longDayText(dayInstant(due), locale)]
        return t("offer.fill", { what: [...names, ...day].join(", ") })
      },
      heard: (offer) => t("offer.heard", { offer }),
      blocks: t("menu.blocks"),
      people: t("menu.people"),
      inText: t("menu.inText"),
      nothing: t("nothing"),
      write: t("write"),
      words: (type) => t(`blank.${type}`),
    }),
    [t, locale],
  )
}
