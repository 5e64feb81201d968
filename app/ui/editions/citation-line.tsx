import { useTranslations } from "next-intl"
import { citationText } from "@/lib/mapping/cells/citation"
import type { Citation } from "@/lib/mapping/model"

/** Where the mandate says it: "A/74/821, para. 93". Nothing where nothing is cited. */
export function CitationLine({ citation }: { citation: Citation }) {
  const t = useTranslations("mapping")
  const text = citationText(citation, t("paragraph"))
  return text ? <p className="citation">{text}</p> : null
}
