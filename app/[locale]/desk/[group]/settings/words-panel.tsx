"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import type { GroupWord } from "@/lib/groups/word-queries"
import { addWordAction, removeWordAction } from "../actions"

/** The words that the group writes so, whatever a dictionary says: names, short forms, words of the trade. */
export function WordsPanel({ groupId, words }: { groupId: string; words: readonly GroupWord[] }) {
  const t = useTranslations("groups.words")
  const [added, add] = useActionState(addWordAction, null)
  const [, remove] = useActionState(removeWordAction, null)
  const refused = added && !added.ok ? added : null
  return (
    <section className="form words-panel" aria-labelledby="words">
      <h2 id="words">{t("title")}</h2>
      <p className="hint">{t("lead")}</p>
      {words.length === 0 ? <p className="small muted">{t("none")}</p> : null}
      <ul className="words">
        {words.map(({ id, word }) => (
          <li key={id}>
            <form action={remove}>
              <input type="hidden" name="groupId" value={groupId} />
              <input type="hidden" name="wordId" value={id} />
              <bdi>{word}</bdi>
              <SubmitButton
                kind="quiet"
                small
                working={t("removing")}
                aria-label={t("removeWord", { word })}
              >
                {t("remove")}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
      <form action={add} className="stack" noValidate>
        {added?.ok ? (
          <Notice kind="ok" title={t("added", { word: added.data.word })} announce />
        ) : null}
        {refused ? (
          <ErrorSummary title={t("notAdded")} message={refused.message} fields={refused.fields} />
        ) : null}
        <input type="hidden" name="groupId" value={groupId} />
        <TextField
          key={added?.ok ? `after ${added.data.word}` : "word"}
          name="word"
          label={t("word")}
          maxLength={80}
          autoCapitalize="off"
          defaultValue={refused?.entered?.word ?? ""}
          error={refused?.fields?.word}
        />
        <div className="btns">
          <SubmitButton kind="plain" working={t("adding")}>
            {t("add")}
          </SubmitButton>
        </div>
      </form>
    </section>
  )
}
