import { type FormEvent, type RefObject, useEffect, useEffectEvent, useRef } from "react"

/**
 * What a form that keeps its words takes: `keep` hears of each change, and once of what was written in it
 * before its script had loaded, of which no event tells.
 */
export function useTyping(keep: (form: HTMLFormElement) => void): {
  ref: RefObject<HTMLFormElement | null>
  onChange: (event: FormEvent<HTMLFormElement>) => void
} {
  const ref = useRef<HTMLFormElement>(null)
  const comeToLife = useEffectEvent(() => {
    if (ref.current && isWrittenIn(ref.current)) keep(ref.current)
  })
  useEffect(() => comeToLife(), [])
  return { ref, onChange: ({ currentTarget }) => keep(currentTarget) }
}

/** Whether words stand in a form that it did not bring, or a box is ticked otherwise. */
const isWrittenIn = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLInputElement && field.type === "checkbox")
      return field.checked !== field.defaultChecked
    const isOfWords = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
    return isOfWords && field.value !== field.defaultValue.replaceAll("\r\n", "\n")
  })
