"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { Checkbox } from "@/app/ui/checkbox"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import type { AnswerDraft } from "@/lib/consultations/model"
import type { ActionResult } from "@/lib/platform/action"
import { useDraft } from "../comments/use-draft"
import { useTyping } from "../comments/use-typing"
import { UnsentWords } from "./unsent-words"

/** What became of a comment; `next` is the submission of the one after it. */
export type Answered = ActionResult<{ late: boolean; waiting: boolean; next: string }> | null
export type AnswerAction = (before: Answered, form: FormData) => Promise<Answered>

type Text = { id: string; name: string; places: readonly { place: string; title: string }[] }

/**
 * A comment on a text of a consultation, of a member or of a guest; `hidden` says whose and where. While
 * none are `taken` it only says what became of one that came too late.
 */
export function AnswerForm({
  action: send,
  hidden,
  submission,
  taken,
  text,
  drafts,
  draft: typedBefore,
}: {
  action: AnswerAction
  hidden: Readonly<Record<string, string>>
  submission: string
  taken: boolean
  text: Text
  /** The address at which what is typed is kept, and what was kept there before. */
  drafts: string
  draft: AnswerDraft | undefined
}) {
  const t = useTranslations("consultations.comment")
  const d = useTranslations("comments.form")
  const [state, action] = useAnswered(send)
  const refused = state && !state.ok ? state : null
  const done = state?.ok ? state.data : null
  useFreshPage(done)
  // A page that is read again may bring a newer draft; what is being written keeps the first.
  const [first] = useState(typedBefore)
  const { typed, pause, settle, state: kept } = useDraft(drafts)
  useEffect(() => settle(state), [settle, state])
  const typing = useTyping((form) =>
    typed({ ...hidden, ...typedIn(form), consultationTextId: text.id }),
  )
  const entered = refused?.entered ?? (done ? {} : enteredOf(first))
  const isKept = kept === "kept" || (kept === "untouched" && first !== undefined && !state)
  const id = (name: string) => `${name}-${text.id}`
  const errors = refused?.fields
  const fields =
    errors && Object.fromEntries(Object.entries(errors).map(([name, said]) => [id(name), said]))
  const notSent = refused ? (
    <ErrorSummary title={t("notSent")} message={refused.message} fields={fields} />
  ) : null
  if (!taken)
    return notSent ? (
      <div className="stack answer-form">
        {notSent}
        <UnsentWords text={entered.text} />
      </div>
    ) : null
  return (
    <form
      action={action}
      className="stack answer-form"
      aria-label={t("on", { text: text.name })}
      noValidate
      onSubmit={pause}
      {...typing}
    >
      <h3>{t("title")}</h3>
      {notSent}
      {done ? (
        <Notice
          kind="ok"
          title={t(done.waiting ? "sentWaiting" : done.late ? "sentLate" : "sent")}
          announce
        >
          <p>{t("next")}</p>
        </Notice>
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      <input type="hidden" name="consultationTextId" value={text.id} />
      <input
        type="hidden"
        name="submission"
        value={done?.next ?? entered.submission ?? submission}
      />
      <SelectField
        name="place"
        id={id("place")}
        label={t("place")}
        optional
        defaultValue={entered.place ?? ""}
        error={errors?.place}
        choices={[
          { value: "", label: t("whole") },
          ...text.places.map(({ place, title }) => ({ value: place, label: title })),
        ]}
      />
      <TextArea
        name="quote"
        id={id("quote")}
        label={t("quote")}
        hint={t("quoteHint")}
        rows={2}
        optional
        defaultValue={entered.quote ?? ""}
        error={errors?.quote}
      />
      <TextArea
        name="text"
        id={id("text")}
        label={t("text")}
        hint={t("textHint")}
        rows={6}
        defaultValue={entered.text ?? ""}
        error={errors?.text}
      />
      <Checkbox
        name="unnamed"
        id={id("unnamed")}
        label={t("unnamed")}
        defaultChecked={entered.unnamed === "on"}
      />
      <div className="btns">
        <SubmitButton working={t("sending")}>{t("send")}</SubmitButton>
        <span className="hint" aria-live="polite">
          {kept === "lost" ? d("draftLost") : isKept ? d("draftKept") : null}
        </span>
      </div>
    </form>
  )
}

/** What stands in the fields of the form. */
function typedIn(form: HTMLFormElement): AnswerDraft {
  const fields = new FormData(form)
  const said = (name: string) => String(fields.get(name) ?? "")
  return {
    text: said("text"),
    place: said("place") || null,
    quote: said("quote") || null,
    unnamed: fields.has("unnamed"),
  }
}

/** A draft as the form sends its fields, and gets them back when it was refused. */
const enteredOf = (draft: AnswerDraft | undefined): Partial<Record<string, string>> =>
  draft
    ? {
        text: draft.text,
        place: draft.place ?? "",
        quote: draft.quote ?? "",
        ...(draft.unnamed && { unnamed: "on" }),
      }
    : {}
