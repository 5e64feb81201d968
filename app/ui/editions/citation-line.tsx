import { useTranslations } from "next-intl"
import type { Citation } from "@/lib/mapping/model"

/** Where the mandate says it: "A/74/821, para. 93". Nothing where nothing is cited. */
export function CitationLine({ citation: { mandate, paragraph } }: { citation: Citation }) {
  const t = useTranslations("mapping.editions")
  // Some name a section instead, and say so themselves.
  const place = /^\d/.test(paragraph) ? t("paragraph", { paragraph }) : paragraph
  const parts = [mandate, place].filter(Boolean)
  return parts.length > 0 ? <p className="citation">{parts.join(", ")}</p> : null
}
