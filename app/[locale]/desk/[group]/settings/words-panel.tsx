"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { useNewest } from "@/app/ui/newest-answer"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { GroupWord } from "@/lib/groups/word-queries"
import type { ActionResult } from "@/lib/platform/action"
import { addWordAction, removeWordAction } from "../actions"

/** The words that the group writes so, whatever a dictionary says: names, short forms, words of the trade. */
export function WordsPanel({ groupId, words }: { groupId: string; words: readonly GroupWord[] }) {
  const t = useTranslations("groups.words")
  const [added, add] = useAnswered(addWordAction)
  const [removed, remove] = useAnswered(removeWordAction)
  const newest = useNewest<ActionResult<unknown>>([added, removed])
  const refused = added && !added.ok ? added : null
  return (
    <section className="form words-panel" aria-labelledby="words">
      <h2 id="words">{t("title")}</h2>
      <p className="hint">{t("lead")}</p>
      {words.length === 0 ? <p className="small muted">{t("none")}</p> : null}
      {removed && !removed.ok && newest === removed ? (
        <ErrorSummary title={t("notRemoved")} message={removed.message} />
      ) : null}
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
        {refused && newest === added ? (
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
