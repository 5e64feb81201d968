import { useTranslations } from "next-intl"
import { SelectField } from "@/app/ui/select-field"
import { stakeholderGroups } from "@/lib/people/model"

/** The stakeholder group of a person, or that none is said. */
export function StakeholderField({ value }: { value: string | null | undefined }) {
  const t = useTranslations("people")
  return (
    <SelectField
      name="stakeholderGroup"
      label={t("stakeholderGroup")}
      defaultValue={value ?? ""}
      optional
      choices={[
        { value: "", label: t("notSaid") },
        ...stakeholderGroups.map((each) => ({ value: each, label: t(`stakeholders.${each}`) })),
      ]}
    />
  )
}
