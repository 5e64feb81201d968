import { useTranslations } from "next-intl"
import { useMemo } from "react"
import type { SectionSetting } from "./extensions"

/** The words that the extensions need; they stand outside React. */
export function useSectionSay(): SectionSetting["say"] {
  const t = useTranslations("minutes")
  return useMemo(
    () => ({
      block: (key) => t(`block.${key}`),
      offer: (type) => t(`offer.${type}`),
      blocks: t("menu.blocks"),
      people: t("menu.people"),
      stateAs: t("menu.stateAs"),
      nothing: t("nothing"),
      write: t("write"),
      words: (type) => t(`blank.${type}`),
    }),
    [t],
  )
}
