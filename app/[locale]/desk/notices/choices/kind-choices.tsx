import { useTranslations } from "next-intl"
import { SelectField } from "@/app/ui/select-field"
import { type Choice, noticeKinds, tempoOf, tempos } from "@/lib/notices/model"

/** How soon for each kind: in general, or in one group, where "as everywhere" is the first of the choices. */
export function KindChoices({
  legend,
  groupId,
  choices,
  entered,
}: {
  legend: string
  groupId: string | null
  choices: readonly Choice[]
  /** What was sent and refused, by the names of the fields. */
  entered: Readonly<Record<string, string>>
}) {
  const t = useTranslations("notices")
  const offered = tempos.map((tempo) => ({ value: tempo as string, label: t(`tempo.${tempo}`) }))
  const asElsewhere = { value: "", label: t("choices.asEverywhere") }
  return (
    <fieldset className="kind-choices">
      <legend className="legend">{legend}</legend>
      {noticeKinds.map((kind) => {
        const name = `choice.${groupId ?? "all"}.${kind}`
        const own = choices.find((choice) => choice.groupId === groupId && choice.kind === kind)
        const chosen = groupId === null ? tempoOf(choices, kind, null) : (own?.tempo ?? "")
        return (
          <SelectField
            key={kind}
            name={name}
            label={t(`kind.${kind}`)}
            choices={groupId === null ? offered : [asElsewhere, ...offered]}
            defaultValue={entered[name] ?? chosen}
            optional={groupId !== null}
          />
        )
      })}
    </fieldset>
  )
}
