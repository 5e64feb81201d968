import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { SelectField } from "@/app/ui/select-field"
import { TextField } from "@/app/ui/text-field"

/**
 * Chooses any two versions or revisions of a document; a plain form that leads to the comparison. A
 * revision that a long list does not offer is chosen by its number.
 */
export function ComparePicker({
  action,
  versions,
  revisions,
  all,
  from,
  to,
}: {
  action: string
  versions: readonly { number: number; name: string }[]
  revisions: readonly number[]
  /** How many revisions there are. */
  all: number
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
      {all > revisions.length
        ? (["fromNumber", "toNumber"] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              type="number"
              min={1}
              max={all}
              label={t(name, { all })}
              optional
            />
          ))
        : null}
      <Button>{t("compare")}</Button>
    </form>
  )
}
