"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { publishVersionAction } from "../../actions"

/** Makes one version public, for good. */
export function PublishForm({ versionId, number }: { versionId: string; number: number }) {
  const t = useTranslations("documents.versions")
  const [state, action] = useAnswered(publishVersionAction)
  return (
    <form action={action}>
      {state && !state.ok ? (
        <ErrorSummary title={t("notPublished")} message={state.message} />
      ) : null}
      <input type="hidden" name="versionId" value={versionId} />
      <SubmitButton kind="plain" small working={t("publishing")}>
        {t("publish", { number })}
      </SubmitButton>
    </form>
  )
}
