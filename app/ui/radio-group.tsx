import { FieldError, type FieldProps, OptionalMark, tied } from "./field"
import type { Choice } from "./select-field"

/**
 * A choice out of a few, all of them in sight. The first radio carries the group's id, so that an
 * `ErrorSummary` link lands on it.
 *
 * @example
 * <RadioGroup name="list" label={t("list")} defaultValue="annexed" choices={[
 *   { value: "annexed", label: t("annexed") }, { value: "on-request", label: t("onRequest") }]} />
 */
export function RadioGroup({
  choices,
  defaultValue,
  ...field
}: FieldProps & { choices: readonly Choice[]; defaultValue?: string | undefined }) {
  const { name, id = name, label, hint, error, optional } = field
  const { id: firstId, "aria-describedby": describedBy } = tied(field)
  return (
    <fieldset className="field" aria-describedby={describedBy}>
      <legend className="legend">
        {label}
        {optional ? <OptionalMark /> : null}
      </legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {choices.map((choice, index) => (
        <label className="check" key={choice.value}>
          <input
            type="radio"
            name={name}
            id={index === 0 ? firstId : `${id}-${choice.value}`}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            required={!optional}
          />
          <span>
            {choice.label}
            {choice.hint ? <span className="hint">{choice.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
