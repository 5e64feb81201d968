import type { useTranslations } from "next-intl"
import type { Backlink } from "@/lib/links/backlink-queries"

/** What a text that speaks of something is called and where it is read; `says` is what a row suggests. */
export function textThatSpeaks(
  t: ReturnType<typeof useTranslations<"documents.backlinks">>,
  desk: string,
  from: Backlink["from"],
): { href: string; title: string; says?: string } {
  switch (from.kind) {
    case "document":
      return { href: `${desk}/documents/${from.slug}`, title: from.title }
    case "meeting": {
      const unnumbered = from.title || t("unnumbered")
      return {
        href: `${desk}/meetings/${from.meetingId}/minutes`,
        title: from.number === null ? unnumbered : t("minutes", { number: from.number }),
      }
    }
    case "row":
      return {
        href: `${desk}/mapping/${from.mandate.slug}/rows/${from.number}`,
        title: t("row", { number: from.number, mandate: from.mandate.title }),
        says: from.suggests,
      }
  }
}
