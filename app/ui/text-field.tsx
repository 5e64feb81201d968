import type { ComponentProps } from "react"
import { Area } from "./area"
import { Field, type FieldProps, tied } from "./field"

type Own = keyof FieldProps | "className" | "aria-describedby" | "aria-invalid"

/**
 * One line of text, a date, a number, a file.
 *
 * @example
 * <TextField name="number" label={t("number")} type="number" min={1} defaultValue={next}
 *   hint={t("numberHint")} error={state?.fields?.number} />
 */
export function TextField({
  name,
  id,
  label,
  hint,
  error,
  optional,
  ...input
}: FieldProps & Omit<ComponentProps<"input">, Own>) {
  const field = { name, id, label, hint, error, optional }
  return (
    <Field {...field}>
      <input className="in" required={!optional} {...input} {...tied(field)} />
    </Field>
  )
}

/**
 * Several lines of text.
 *
 * @example <TextArea name="reason" label={t("reason")} rows={3} maxLength={2000} />
 */
export function TextArea({
  name,
  id,
  label,
  hint,
  error,
  optional,
  rows = 4,
  ...area
}: FieldProps & Omit<ComponentProps<"textarea">, Own>) {
  const field = { name, id, label, hint, error, optional }
  return (
    <Field {...field}>
      <Area className="in" rows={rows} required={!optional} {...area} {...tied(field)} />
    </Field>
  )
}
