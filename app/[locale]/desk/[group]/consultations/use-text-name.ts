import { useTranslations } from "next-intl"

type Named = { kind: "minutes" | "document"; title: string; number: number | null }

/** Names a text: a document by its title, minutes by the number of their meeting and its title. */
export function useTextName(): (text: Named) => string {
  const t = useTranslations("consultations")
  return ({ kind, title, number }) => {
    if (kind === "document") return title
    const minutes = number === null ? t("minutesUnnumbered") : t("minutesOf", { number })
    return title ? `${minutes}: ${title}` : minutes
  }
}
