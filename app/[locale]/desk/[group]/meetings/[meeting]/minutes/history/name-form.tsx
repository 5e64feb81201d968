"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { nameRevisionAction } from "./actions"

/** Names a revision, or changes or takes away its name. */
export function NameForm({
  meetingId,
  number,
  name,
  place,
  before,
  longest,
}: {
  meetingId: string
  number: number
  name: string | null
  /** Where the form stands, and where it leads back to. */
  place: "list" | "revision"
  /** The page of the list on which it stands. */
  before?: string | undefined
  /** How long a name may be. */
  longest: number
}) {
  const t = useTranslations("minutes.naming")
  const [state, action] = useAnswered(nameRevisionAction)
  const failed = state && !state.ok ? state : null
  return (
    <form action={action} className="stack name-form">
      {failed ? (
        <ErrorSummary title={t("failed")} message={failed.message} fields={failed.fields} />
      ) : null}
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="place" value={place} />
      {before ? <input type="hidden" name="before" value={before} /> : null}
      <TextField
        name="name"
        label={t("label", { number: String(number) })}
        hint={name === null ? t("hint") : t("hintNamed")}
        error={failed?.fields?.name}
        defaultValue={failed?.entered?.name ?? name ?? ""}
        maxLength={longest}
        autoComplete="off"
        optional={name !== null}
      />
      <div className="btns">
        <SubmitButton kind="plain" working={t("working")}>
          {name === null ? t("give") : t("change")}
        </SubmitButton>
      </div>
    </form>
  )
}
