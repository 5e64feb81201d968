"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { isTyped, newKey, type ThreadsView, type TypedDraft, textIdOf } from "@/lib/comments/model"
import { useHand } from "./threads-context"

/**
 * Comments on passages that the reader began and did not send: on the page of the comments to be read,
 * beside the text with the way to go on. `acts` are what can be done with each; of `open` ones the form
 * is in sight already. With `whole`, also what stands in the form for a new comment.
 */
export function BegunDrafts({
  drafts,
  whole = false,
  open = [],
  acts,
}: {
  drafts: ThreadsView["drafts"]
  whole?: boolean
  open?: readonly string[]
  acts?: (key: string, draft: TypedDraft) => ReactNode
}) {
  const t = useTranslations("comments.begun")
  const { on, typedHere } = useHand()
  const own = newKey(on)
  const begun = [...new Map([...Object.entries(drafts), ...typedHere])].filter(
    ([key, draft]) =>
      key.startsWith(`${textIdOf(on)}:`) &&
      (whole || key !== own) &&
      !open.includes(key) &&
      isTyped(draft),
  )
  if (begun.length === 0) return null
  return (
    <section className="begun-drafts" aria-label={t("title")}>
      <h3>{t("title")}</h3>
      <p className="small muted">{acts ? t("why") : t("whyElsewhere")}</p>
      {begun.map(([key, draft]) => (
        <div key={key} className="thread">
          {draft.quote ? (
            <blockquote className="passage" dir="auto">
              <mark>{draft.quote.quote}</mark>
            </blockquote>
          ) : null}
          {draft.text ? (
            <p className="as-typed" dir="auto">
              {draft.text}
            </p>
          ) : null}
          {draft.proposal ? (
            <p className="as-typed" dir="auto">
              {t("proposes", { words: draft.proposal })}
            </p>
          ) : null}
          {acts?.(key, draft)}
        </div>
      ))}
    </section>
  )
}
