import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Button } from "@/app/ui/button"
import { SelectField } from "@/app/ui/select-field"
import { TextField } from "@/app/ui/text-field"

/** A plain form that asks for the page again: words to look for, and below them what narrows it. */
export function FindForm({
  action,
  label,
  words,
  children,
}: {
  action: string
  label: string
  words: string
  children: ReactNode
}) {
  const t = useTranslations("mapping.editions.filter")
  return (
    <search className="noprint">
      <form className="find" action={action}>
        <div className="find-line">
          <TextField
            type="search"
            name="q"
            label={label}
            defaultValue={words}
            maxLength={300}
            required={false}
          />
          <Button kind="primary">{t("go")}</Button>
        </div>
        {children}
      </form>
    </search>
  )
}

/** One thing that narrows what is shown, or any of it. */
export function FindBy({
  name,
  label,
  value,
  choices,
  isAny = true,
}: {
  name: string
  label: string
  value: string | number | null
  choices: readonly (readonly [value: string, label: string])[]
  /** Whether it may be left open. */
  isAny?: boolean
}) {
  const t = useTranslations("mapping.editions.filter")
  // What an address asks for stays chosen, though nothing has it: else the form would forget it.
  const chosen = String(value ?? "")
  const isLacking = chosen !== "" && choices.every(([choice]) => choice !== chosen)
  const offered = isLacking ? [...choices, [chosen, chosen] as const] : choices
  const given = offered.map(([choice, said]) => ({ value: choice, label: said }))
  return (
    <SelectField
      {...{ name, label }}
      defaultValue={String(value ?? "")}
      required={false}
      choices={isAny ? [{ value: "", label: t("any") }, ...given] : given}
    />
  )
}
