"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { type Choice, noticeKinds } from "@/lib/notices/model"
import { chooseNoticesAction } from "../actions"
import { KindChoices } from "./kind-choices"

/** Names of languages in themselves: who reads another one finds theirs. */
const languages = [
  { value: "en", label: "English" },
  { value: "fr", label: "Français" },
]

/** What comes by mail, how soon, in which language and by which clock. */
export function ChoicesForm({
  mine,
  zones,
}: {
  mine: {
    choices: Choice[]
    locale: string
    zone: string
    groups: { id: string; shortName: string; name: string; member: boolean }[]
  }
  zones: readonly string[]
}) {
  const t = useTranslations("notices.choices")
  const [state, action] = useAnswered(chooseNoticesAction)
  const refused = state && !state.ok ? state : null
  const entered = refused?.entered ?? {}
  return (
    <form action={action} className="form choices" noValidate>
      {state?.ok ? <Notice kind="ok" title={t("saved")} announce /> : null}
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={refused.fields} />
      ) : null}
      <SelectField
        name="locale"
        label={t("language")}
        choices={languages}
        defaultValue={entered.locale ?? mine.locale}
        error={refused?.fields?.locale}
      />
      <SelectField
        name="zone"
        label={t("zone")}
        hint={t("zoneHint")}
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        defaultValue={entered.zone ?? mine.zone}
        error={refused?.fields?.zone}
      />
      <KindChoices
        legend={t("everywhere")}
        groupId={null}
        choices={mine.choices}
        entered={entered}
      />
      {mine.groups.map(({ id, shortName, name, member }) => {
        const isOwn = noticeKinds.some((kind) =>
          mine.choices.some((choice) => choice.groupId === id && choice.kind === kind),
        )
        return (
          <details key={id} open={isOwn}>
            <summary>{t("inGroup", { group: shortName })}</summary>
            {member ? null : <p className="hint">{t("noMember")}</p>}
            <KindChoices legend={name} groupId={id} choices={mine.choices} entered={entered} />
          </details>
        )
      })}
      <div className="btns">
        <SubmitButton working={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </form>
  )
}
