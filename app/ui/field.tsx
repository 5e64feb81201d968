import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Icon } from "./icons"

/** What every field has besides its control. `error` is a whole sentence that gives the way out. */
export interface FieldProps {
  /** The name in the form's data; also the id, unless `id` is given (two forms on one page). */
  name: string
  id?: string | undefined
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Marked in words. What is not marked is required: there are no stars. */
  optional?: boolean | undefined
}

/** The attributes that tie a control to its hint and error. */
export function tied({ name, id = name, hint, error }: FieldProps) {
  const described = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean)
  return {
    id,
    name,
    "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
    "aria-invalid": error ? (true as const) : undefined,
  }
}

/** An error beside its field: a mark and words. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="err" id={id}>
      <Icon name="bad" />
      <span>{children}</span>
    </p>
  )
}

/**
 * Label above, control, hint and error below. For a control of one's own; the ready ones are
 * `TextField`, `TextArea`, `SelectField`, `Checkbox` and `RadioGroup`.
 *
 * @example
 * const field = { name: "zone", label: t("zone"), hint: t("zoneHint"), error: fields?.zone }
 * <Field {...field}><ZonePicker {...tied(field)} /></Field>
 */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { name, id = name, label, hint, error, optional } = field
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional ? <OptionalMark /> : null}
      </label>
      {children}
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  )
}

/** "(optional)", after the label or legend of what may be left empty. */
export function OptionalMark() {
  const t = useTranslations("ui")
  return <span className="opt"> {t("optional")}</span>
}
