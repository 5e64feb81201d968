"use client"

import { useTranslations } from "next-intl"
import { SubmitButton } from "@/app/ui/submit-button"
import { type ThreadsView, textIdOf } from "@/lib/comments/model"
import { ActForm } from "./act-form"
import { markReadAction } from "./actions"
import { freshHref } from "./comment"
import { useHand } from "./threads-context"

/** How many comments are new, the way to the first of them, and a button that calls them all read. */
export function FreshLine({ view: { fresh, last } }: { view: ThreadsView }) {
  const t = useTranslations("comments")
  const { on, consultationId, ...hand } = useHand()
  const [first] = fresh
  if (!first) return null
  return (
    <div className="fresh-line">
      <p>
        <b>{t("new", { count: fresh.length })}</b>{" "}
        <a href={freshHref(hand, first)}>{t("firstNew")}</a>
      </p>
      <ActForm
        action={markReadAction}
        hidden={{
          ...{ "on.kind": on.kind, "on.id": textIdOf(on), seq: last },
          ...(consultationId && { consultation: consultationId }),
        }}
        className="press-form"
      >
        {() => (
          <SubmitButton kind="quiet" small working={t("marking")}>
            {t("markAll")}
          </SubmitButton>
        )}
      </ActForm>
    </div>
  )
}
