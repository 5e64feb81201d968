"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import { publishCompendiumAction } from "./actions"

/** Publishes the next version of the compendium, for ever. */
export function PublishForm({
  consultationId,
  version,
  page,
}: {
  consultationId: string
  version: number
  page: string
}) {
  const t = useTranslations("compendium")
  const [state, action] = useAnswered(publishCompendiumAction)
  const refused = state && !state.ok ? state : null
  const done = state?.ok ? state.data : null
  useFreshPage(done)
  return (
    <form action={action} className="stack" noValidate>
      {refused ? <ErrorSummary title={t("notPublished")} message={refused.message} /> : null}
      {done ? (
        <Notice kind="ok" announce>
          <p>
            {t("done", { version: done.version })} <a href={page}>{t("look")}</a>
          </p>
        </Notice>
      ) : null}
      <input type="hidden" name="consultationId" value={consultationId} />
      <input type="hidden" name="version" value={version} />
      <p className="hint">{t("forEver")}</p>
      <div className="btns">
        <SubmitButton working={t("publishing")}>{t("publish", { version })}</SubmitButton>
      </div>
    </form>
  )
}
