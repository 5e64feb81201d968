import { useTranslations } from "next-intl"
import { RadioGroup } from "@/app/ui/radio-group"
import type { Candidate } from "@/lib/members/decide-person"

/** Asks which person of the register is meant, where the name alone does not say it. */
export function WhichPerson({
  candidates,
  chosen,
  error,
}: {
  candidates: readonly Candidate[]
  chosen?: string | undefined
  error?: string | undefined
}) {
  const t = useTranslations("members")
  return (
    <RadioGroup
      name="who"
      label={t("which.label")}
      hint={t("which.hint")}
      defaultValue={chosen}
      error={error}
      choices={[
        ...candidates.map(({ id, name, affiliation }) => ({
          value: id,
          label: name,
          hint: affiliation || t("which.nothingKnown"),
        })),
        { value: "new", label: t("which.new"), hint: t("which.newHint") },
      ]}
    />
  )
}
