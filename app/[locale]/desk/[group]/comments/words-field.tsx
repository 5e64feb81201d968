"use client"

import { useTranslations } from "next-intl"
import { useId, useRef } from "react"
import { Area } from "@/app/ui/area"
import { Field, tied } from "@/app/ui/field"
import { useHand } from "./threads-context"
import { useMention } from "./use-mention"

/** The field in which a comment is written; offers names behind an `@`. A plain field without script. */
export function WordsField({
  id,
  label,
  value,
  error,
  hint,
}: {
  id: string
  label: string
  value: string
  error?: string | undefined
  hint?: string | undefined
}) {
  const t = useTranslations("comments.form")
  const { people } = useHand()
  const area = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const { offered, at, look, close, take, onKeyDown } = useMention(area, people)
  const isOpen = offered.length > 0
  const field = { name: "text", id, label, hint, error }
  return (
    <div className="words-field">
      <Field {...field}>
        <Area
          ref={area}
          className="in"
          rows={3}
          required
          defaultValue={value}
          onChange={look}
          onKeyDown={onKeyDown}
          onBlur={close}
          aria-autocomplete="list"
          aria-controls={isOpen ? list : undefined}
          aria-activedescendant={isOpen ? `${list}-${at}` : undefined}
          {...tied(field)}
        />
      </Field>
      {isOpen ? (
        <div className="menu offered" id={list} role="listbox" aria-label={t("people")}>
          {offered.map((person, place) => (
            // The field keeps the focus and hears the keys; a pointer may choose here.
            <div
              key={person.id}
              id={`${list}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              onPointerDown={(event) => {
                event.preventDefault()
                take(person)
              }}
            >
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
