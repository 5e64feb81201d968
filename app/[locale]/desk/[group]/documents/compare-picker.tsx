import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { SelectField } from "@/app/ui/select-field"

/** Chooses any two versions or revisions of a document; a plain form that leads to the comparison. */
export function ComparePicker({
  action,
  versions,
  revisions,
  from,
  to,
}: {
  action: string
  versions: readonly { number: number; name: string }[]
  revisions: readonly number[]
  from: string
  to: string
}) {
  const t = useTranslations("documents.compare")
  const offered = [
    ...versions.map(({ number, name }) => ({
      value: `v${number}`,
      label: t("version", { number, name }),
    })),
    ...revisions.map((number) => ({
      value: `r${number}`,
      label: t("revision", { number: String(number) }),
    })),
  ]
  // A revision that is too old for the list is still one that may be compared.
  const choices = [...new Set([from, to])]
    .filter((value) => !offered.some((choice) => choice.value === value))
    .map((value) => ({ value, label: t("revision", { number: value.slice(1) }) }))
  return (
    <form action={action} className="compare-picker" aria-label={t("any")}>
      {(["from", "to"] as const).map((name) => (
        <SelectField
          key={name}
          name={name}
          label={t(name)}
          choices={[...offered, ...choices]}
          defaultValue={name === "from" ? from : to}
        />
      ))}
      <Button>{t("compare")}</Button>
    </form>
  )
}
