import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { DocView } from "@/app/[locale]/desk/[group]/meetings/[meeting]/minutes/doc-view"
import type { AnswerDraft } from "@/lib/consultations/model"
import type { ReadableText } from "@/lib/consultations/text-leads"
import { DocumentBody } from "@/lib/documents/render"
import { sectionOf } from "@/lib/minutes/model"
import { type AnswerAction, AnswerForm } from "./answer-form"
import { useTextName } from "./use-text-name"

/**
 * A text that is open for comments, as it stood at the opening, and under it the form, while comments are
 * taken. Links within the group lead where its reader may go; the others read as plain words.
 */
export function OpenTextView({
  text,
  form,
  extra,
}: {
  text: ReadableText
  /** Where the comment and its draft go, what its form carries, and whether one is taken now; null for none. */
  form: {
    action: AnswerAction
    hidden: Readonly<Record<string, string>>
    submission: string
    taken: boolean
    drafts: string
    draft: AnswerDraft | undefined
  } | null
  /** What stands beside the title, such as where else the text can be read. */
  extra?: ReactNode
}) {
  const t = useTranslations("consultations.comment")
  const name = useTextName()(text)
  const id = `text-${text.position + 1}`
  return (
    <section className="panel pad open-text" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {extra}
      <div className="open-text-body">
        <Body text={text} untitled={(place) => t("untitled", { place })} />
      </div>
      {form ? (
        <AnswerForm
          {...form}
          text={{
            id: text.id,
            name,
            places: text.sections.map(({ place, title }, at) => ({
              place,
              title: title || t("untitled", { place: at + 1 }),
            })),
          }}
        />
      ) : null}
    </section>
  )
}

function Body({ text, untitled }: { text: ReadableText; untitled: (place: number) => string }) {
  if (text.body.kind === "document")
    return <DocumentBody text={text.body.text} leads={text.leads} level={3} />
  const { text: minutes } = text.body
  const of = text.number === null ? "" : `${text.number}/`
  return text.sections.map(({ place, title }, at) => (
    <section key={place} className="minutes-section">
      <h3>{title || untitled(at + 1)}</h3>
      <DocView doc={sectionOf(minutes, place)} setting={{ of, level: 3 }} />
    </section>
  ))
}
