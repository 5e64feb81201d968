import type { ComponentProps } from "react"
import { Field, type FieldProps, tied } from "./field"

/** One choice of a list or radio group, in the order it is offered. */
export interface Choice {
  value: string
  label: string
  hint?: string | undefined
}

/**
 * A choice out of many; for five or fewer take `RadioGroup`.
 *
 * @example <SelectField name="zone" label={t("zone")} choices={zones} defaultValue="Europe/Rome" />
 */
export function SelectField({
  name,
  id,
  label,
  hint,
  error,
  optional,
  choices,
  ...select
}: FieldProps & { choices: readonly Choice[] } & Omit<
    ComponentProps<"select">,
    keyof FieldProps | "className" | "children"
  >) {
  const field = { name, id, label, hint, error, optional }
  // A form that is shown again with what was entered resets a list to its first default, unless it is a new one.
  const { defaultValue } = select
  return (
    <Field {...field}>
      <select
        key={String(defaultValue)}
        className="in"
        required={!optional}
        {...select}
        {...tied(field)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
