import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"
import type { MinutesPerson, Named } from "@/lib/minutes/model"
import { longestName } from "@/lib/people/model"
import { findPeople, personCalled } from "./person-search"

const MOST = 6

/**
 * A name, typed or chosen from the people who are known (combobox pattern). `onText` hears every
 * letter; `onChoose` a choice from the list, or Enter on a name that is on no list.
 */
export function PersonInput({
  label,
  text,
  people,
  placeholder,
  autoFocus,
  onText,
  onChoose,
  onLeave,
  onKey,
}: {
  label: string
  text: string
  people: readonly MinutesPerson[]
  /** Said again inside while it is empty, where the label is not on the screen. */
  placeholder?: string
  autoFocus?: boolean
  onText: (text: string) => void
  onChoose: (person: MinutesPerson | Named) => void
  /** Hears that the caret left, with whatever was typed. */
  onLeave?: () => void
  onKey?: (event: KeyboardEvent<HTMLInputElement>) => void
}) {
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const takesFocus = useRef(autoFocus)
  useEffect(() => {
    if (takesFocus.current) input.current?.focus()
  }, [])
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const found = open && text.trim() !== "" ? findPeople(people, text).slice(0, MOST) : []
  const isOnlyItself = found.length === 1 && found[0]?.name === text
  const choices = isOnlyItself ? [] : found
  const marked = Math.min(at, choices.length - 1)
  const close = () => {
    setOpen(false)
    setAt(-1)
  }
  const choose = (person: MinutesPerson | Named) => {
    close()
    onChoose(person)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move && choices.length > 0) {
      event.preventDefault()
      setAt((marked + move + choices.length) % choices.length)
    } else if (event.key === "Escape" && choices.length > 0) close()
    else if (event.key === "Enter" && text.trim() !== "" && !event.nativeEvent.isComposing) {
      event.preventDefault()
      const first = choices[Math.max(marked, 0)]
      choose(first ?? personCalled(people, text) ?? { personId: null, name: text.trim() })
    } else onKey?.(event)
  }
  return (
    <span className="person-input">
      <input
        className="slot"
        data-field
        role="combobox"
        aria-label={label}
        aria-expanded={choices.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={marked >= 0 ? `${list}-${marked}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        maxLength={longestName}
        value={text}
        ref={input}
        onChange={(event) => {
          setOpen(true)
          setAt(-1)
          onText(event.target.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close()
          onLeave?.()
        }}
      />
      {choices.length > 0 ? (
        <div className="menu" id={list} role="listbox" aria-label={label}>
          {choices.map((person, place) => (
            <div
              key={person.id}
              id={`${list}-${place}`}
              role="option"
              aria-selected={place === marked}
              tabIndex={-1}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(person)
              }}
            >
              <span>{person.name}</span>
              {person.capacity ? <small>{person.capacity}</small> : null}
            </div>
          ))}
        </div>
      ) : (
        <span id={list} hidden />
      )}
    </span>
  )
}
