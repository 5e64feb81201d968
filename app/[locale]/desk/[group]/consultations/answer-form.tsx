"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { Checkbox } from "@/app/ui/checkbox"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import type { ActionResult } from "@/lib/platform/action"
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
}: {
  action: AnswerAction
  hidden: Readonly<Record<string, string>>
  submission: string
  taken: boolean
  text: Text
}) {
  const t = useTranslations("consultations.comment")
  const [state, action] = useActionState(send, null)
  const refused = state && !state.ok ? state : null
  const done = state?.ok ? state.data : null
  useFreshPage(done)
  const entered = refused?.entered ?? {}
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
      </div>
    </form>
  )
}
