"use client"

import { useTranslations } from "next-intl"
import { SelectField } from "@/app/ui/select-field"
import { TextArea } from "@/app/ui/text-field"
import { atOf, newKey, type ThreadAbout, type ThreadsView, textIdOf } from "@/lib/comments/model"
import { FileForm } from "./file-form"
import { useHand } from "./threads-context"

/** Something of a text that a thread can be about, with its name, in the order of the text. */
export type Place = { about: ThreadAbout; place: string; label: string }

/** The form that begins a thread on the whole text or on one of its places, where it has any. */
export function BeginForm({
  view: { submission, drafts, consultations },
  places,
  at,
}: {
  view: ThreadsView
  places: readonly Place[]
  /** What is chosen at first: `text`, `section:opening`. */
  at: string
}) {
  const t = useTranslations("comments.form")
  const c = useTranslations("consultations.comment")
  const { on, open } = useHand()
  const id = textIdOf(on)
  // One draft for the form, whichever place is chosen in it at last.
  const draftKey = newKey(on)
  const draft = drafts[draftKey]
  const choices = [
    { value: "text", label: t("wholeText") },
    ...places.map(({ about, place, label }) => ({ value: atOf(about, place), label })),
  ]
  // Where nothing else was asked for, what was begun goes on where it was.
  const wanted = at === "text" ? (draft?.place ?? at) : at
  const first = choices.find(({ value }) => value === wanted)?.value
  return (
    <FileForm
      id="new"
      action={open}
      hidden={{ "on.kind": on.kind, "on.id": id, ...(places.length === 0 && { at: "text" }) }}
      submission={submission}
      draftKey={draftKey}
      draft={draft}
      consultations={consultations}
      label={t("yourComment")}
      send={t("send")}
    >
      {(refused, quote) => (
        <>
          {places.length === 0 ? (
            first === undefined && <p className="hint">{t("placeGone")}</p>
          ) : (
            <SelectField
              id="new-at"
              name="at"
              label={t("about")}
              defaultValue={refused?.entered?.at ?? first}
              hint={first === undefined ? t("placeGone") : undefined}
              choices={choices}
            />
          )}
          {on.kind === "row" ? null : (
            <TextArea
              id="new-quote"
              name="quote"
              label={c("quote")}
              hint={t("quoteHint")}
              rows={2}
              optional
              defaultValue={refused ? (refused.entered?.quote ?? "") : quote}
              error={refused?.fields?.quote}
            />
          )}
        </>
      )}
    </FileForm>
  )
}
