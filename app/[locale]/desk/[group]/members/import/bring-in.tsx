"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { ListPreview } from "@/lib/members/list/preview"
import type { ActionResult } from "@/lib/platform/action"
import { bringInMembersAction } from "./actions"
import { PreviewForm } from "./preview-form"
import { withAnswers } from "./with-answers"

type Answer = ActionResult<ListPreview> | null

/** First a file is chosen and shown, then what was shown is saved. */
export function BringIn({ groupId, list }: { groupId: string; list: string }) {
  const t = useTranslations("members.csv")
  const [state, action] = useAnswered(bringInMembersAction, shownAgain)
  const refused = state && !state.ok ? state : null
  const preview = previewIn(state)
  const ids = (
    <>
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="list" value={list} />
    </>
  )
  return (
    <div className="stack">
      {refused ? (
        <ErrorSummary
          title={preview ? t("notSaved") : t("notRead")}
          message={refused.message}
          fields={refused.fields}
        />
      ) : null}
      {preview ? (
        <PreviewForm key={preview.shown} preview={preview} action={action}>
          {ids}
        </PreviewForm>
      ) : null}
      <form action={action} className={preview ? "panel form" : "form"} noValidate>
        {preview ? <h2>{t("another")}</h2> : <p>{t("lead")}</p>}
        {ids}
        <TextField
          name="file"
          type="file"
          accept=".csv,text/csv,text/plain"
          label={t("file")}
          hint={t("fileHint")}
          error={refused?.fields?.file}
        />
        <div className="btns">
          <SubmitButton kind={preview ? "plain" : "primary"} working={t("reading")}>
            {t("read")}
          </SubmitButton>
        </div>
      </form>
    </div>
  )
}

/** The list that an answer shows. */
const previewIn = (state: Answer): ListPreview | undefined =>
  state?.ok ? state.data : (state?.data as ListPreview | undefined)

/** The list stays where no answer comes, with what was chosen in it. */
function shownAgain(form: FormData, before: Answer): ListPreview | undefined {
  const preview = previewIn(before)
  return preview && withAnswers(preview, form)
}
