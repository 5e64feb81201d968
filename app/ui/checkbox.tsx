import type { ComponentProps } from "react"
import { FieldError, type FieldProps, tied } from "./field"

/**
 * One yes or no; sends `value` ("on") when ticked and nothing otherwise.
 *
 * @example <Checkbox name="annexed" label={t("listAnnexed")} hint={t("…")} defaultChecked />
 */
export function Checkbox({
  name,
  id = name,
  label,
  hint,
  error,
  ...input
}: Omit<FieldProps, "optional"> &
  Omit<ComponentProps<"input">, keyof FieldProps | "className" | "type">) {
  return (
    <div className="field">
      <label className="check">
        <input type="checkbox" {...input} {...tied({ name, id, label, hint, error })} />
        <span>
          {label}
          {hint ? (
            <span className="hint" id={`${id}-hint`}>
              {hint}
            </span>
          ) : null}
        </span>
      </label>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  )
}
