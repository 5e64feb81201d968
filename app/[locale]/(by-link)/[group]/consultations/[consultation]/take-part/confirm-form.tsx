"use client"

import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import type { ConsultationForGuest } from "@/lib/consultations/guest-queries"
import { longestName, stakeholderGroups } from "@/lib/people/model"
import { confirmGuestAction } from "./actions"

/** Confirms the address with a press of the button, and says how the guest wants to be called. */
export function ConfirmForm({
  token,
  guest,
}: {
  token: string
  guest: Pick<
    ConsultationForGuest["guest"],
    "name" | "organisation" | "stakeholderGroup" | "unnamedByMail"
  >
}) {
  const t = useTranslations("consultations.guestPage")
  const people = useTranslations("people")
  const [state, action] = useAnswered(confirmGuestAction)
  useFreshPage(state?.ok ? state : null)
  const refused = state && !state.ok ? state : null
  const entered = refused?.entered ?? {
    name: guest.name,
    organisation: guest.organisation,
    stakeholderGroup: guest.stakeholderGroup ?? "",
    unnamed: guest.unnamedByMail ? "on" : "",
  }
  return (
    <form action={action} className="stack" noValidate>
      {refused ? (
        <ErrorSummary title={t("notConfirmed")} message={refused.message} fields={refused.fields} />
      ) : null}
      <p className="hint">{t("confirmLead")}</p>
      <input type="hidden" name="token" value={token} />
      <TextField
        name="name"
        label={t("name")}
        autoComplete="name"
        maxLength={longestName}
        defaultValue={entered.name ?? ""}
        error={refused?.fields?.name}
      />
      <TextField
        name="organisation"
        label={t("organisation")}
        autoComplete="organization"
        maxLength={200}
        optional
        defaultValue={entered.organisation ?? ""}
        error={refused?.fields?.organisation}
      />
      <SelectField
        name="stakeholderGroup"
        label={people("stakeholderGroup")}
        optional
        defaultValue={entered.stakeholderGroup ?? ""}
        error={refused?.fields?.stakeholderGroup}
        choices={[
          { value: "", label: people("notSaid") },
          ...stakeholderGroups.map((value) => ({ value, label: people(`stakeholders.${value}`) })),
        ]}
      />
      {guest.unnamedByMail === null ? null : (
        <Checkbox
          name="unnamed"
          label={t("unnamedByMail")}
          defaultChecked={entered.unnamed === "on"}
        />
      )}
      <div className="btns">
        <SubmitButton working={t("confirming")}>{t("confirm")}</SubmitButton>
      </div>
    </form>
  )
}
