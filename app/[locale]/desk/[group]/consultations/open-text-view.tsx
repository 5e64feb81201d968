import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { AnswerDraft } from "@/lib/consultations/model"
import type { ReadableText } from "@/lib/consultations/text-leads"
import { type AnswerAction, AnswerForm } from "./answer-form"
import { OpenTextBody } from "./open-text-body"
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
        <OpenTextBody text={text} />
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
