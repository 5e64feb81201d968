"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import { routing } from "@/lib/platform/locales"
import { inviteGuestsAction } from "../../actions"

/** Addresses as they were pasted, and the language in which they are written to. */
export function InviteForm({ consultationId, locale }: { consultationId: string; locale: string }) {
  const t = useTranslations("consultations.guestList")
  const [state, action] = useAnswered(inviteGuestsAction)
  useFreshPage(state?.ok ? state : null)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="stack form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notSent")} message={refused.message} fields={refused.fields} />
      ) : null}
      {state?.ok ? (
        <Notice kind="ok" announce>
          {t("sent", state.data)}
        </Notice>
      ) : null}
      <input type="hidden" name="consultationId" value={consultationId} />
      <TextArea
        name="addresses"
        label={t("addresses")}
        hint={t("addressesHint")}
        rows={5}
        defaultValue={refused?.entered?.addresses ?? ""}
        error={refused?.fields?.addresses}
      />
      <SelectField
        name="locale"
        label={t("language")}
        defaultValue={refused?.entered?.locale ?? locale}
        choices={routing.locales.map((value) => ({
          value,
          label: new Intl.DisplayNames(value, { type: "language" }).of(value) ?? value,
        }))}
      />
      <div className="btns">
        <SubmitButton working={t("sending")}>{t("send")}</SubmitButton>
      </div>
    </form>
  )
}
