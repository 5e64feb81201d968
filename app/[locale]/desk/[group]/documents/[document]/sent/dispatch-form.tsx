"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { RadioGroup } from "@/app/ui/radio-group"
import { type Choice, SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea, TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { noteLimits } from "@/lib/documents/model"
import { noteDispatchAction } from "../../actions"

/** Notes that the document was sent to somebody on a day, or that an answer came, with the file. */
export function DispatchForm({
  documentId,
  versions,
  sendings,
  submission,
}: {
  documentId: string
  /** Of this form: sent again after no answer, it makes no second entry. */
  submission: string
  versions: readonly Choice[]
  sendings: readonly Choice[]
}) {
  const t = useTranslations("documents.sent")
  const [state, action] = useAnswered(noteDispatchAction)
  const refused = state && !state.ok ? state : null
  const entered = refused?.entered ?? {}
  const errors = refused?.fields
  return (
    <form action={action} className="panel form" noValidate aria-labelledby="note-dispatch">
      <h2 id="note-dispatch">{t("note")}</h2>
      {refused ? (
        <ErrorSummary title={t("notNoted")} message={refused.message} fields={errors} />
      ) : null}
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="submission" value={entered.submission ?? submission} />
      <RadioGroup
        name="kind"
        label={t("kind")}
        choices={(["sent", "answered"] as const).map((value) => ({
          value,
          label: t(`kinds.${value}`),
        }))}
        defaultValue={entered.kind ?? "sent"}
        error={errors?.kind}
      />
      <TextField
        name="party"
        label={t("party")}
        hint={t("partyHint")}
        maxLength={noteLimits.party}
        defaultValue={entered.party ?? ""}
        error={errors?.party}
      />
      <TextField
        name="day"
        type="date"
        label={t("day")}
        defaultValue={entered.day ?? ""}
        error={errors?.day}
      />
      {versions.length > 0 ? (
        <SelectField
          name="versionId"
          label={t("which")}
          hint={t("whichHint")}
          choices={[{ value: "", label: t("noVersion") }, ...versions]}
          defaultValue={entered.versionId ?? ""}
          error={errors?.versionId}
          optional
        />
      ) : null}
      {sendings.length > 0 ? (
        <SelectField
          name="answers"
          label={t("answers")}
          choices={[{ value: "", label: t("noSending") }, ...sendings]}
          defaultValue={entered.answers ?? ""}
          error={errors?.answers}
          optional
        />
      ) : null}
      <TextArea
        name="note"
        label={t("words")}
        rows={3}
        maxLength={noteLimits.note}
        defaultValue={entered.note ?? ""}
        error={errors?.note}
        optional
      />
      <TextField
        name="file"
        type="file"
        label={t("file")}
        hint={t("fileHint")}
        error={errors?.file}
        optional
      />
      <div className="btns">
        <SubmitButton working={t("noting")}>{t("noteNow")}</SubmitButton>
      </div>
    </form>
  )
}
