import { useTranslations } from "next-intl"
import { DocView } from "@/app/[locale]/desk/[group]/meetings/[meeting]/minutes/doc-view"
import type { ReadableText } from "@/lib/consultations/text-leads"
import { DocumentBody } from "@/lib/documents/render"
import { sectionOf } from "@/lib/minutes/model"

/** The words of a text that is open for comments, below a heading of the second level. */
export function OpenTextBody({ text }: { text: ReadableText }) {
  const t = useTranslations("consultations.comment")
  if (text.body.kind === "document")
    return <DocumentBody text={text.body.text} leads={text.leads} level={3} />
  const { text: minutes } = text.body
  const of = text.number === null ? "" : `${text.number}/`
  return text.sections.map(({ place, title }, at) => (
    <section key={place} className="minutes-section">
      <h3>{title || t("untitled", { place: at + 1 })}</h3>
      <DocView doc={sectionOf(minutes, place)} setting={{ of, level: 3 }} />
    </section>
  ))
}
