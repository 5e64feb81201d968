import { useTranslations } from "next-intl"
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react"

/** One line of a menu that opens at the caret. `hint` says what it is, or its short form. */
export type Choice = { key: string; label: string; hint?: string; mark?: ReactNode }

export type ChoiceKeys = { onKey: (event: KeyboardEvent) => boolean }

export type ChoiceMenuProps = {
  id: string
  label: string
  choices: Choice[]
  foot?: ReactNode
  choose: (key: string, event?: KeyboardEvent) => void
  /** Tells the text which line is marked: the caret stays in the text. */
  mark: (optionId: string | null) => void
  ref?: Ref<ChoiceKeys>
}

/** Scrolls the list alone: the page stays where the caret is. */
function reveal(list: HTMLElement | null, option: Element | undefined) {
  if (!list || !option) return
  const [box, line] = [list.getBoundingClientRect(), option.getBoundingClientRect()]
  if (line.top < box.top) list.scrollTop += line.top - box.top
  if (line.bottom > box.bottom) list.scrollTop += line.bottom - box.bottom
}

/** A list box that is worked from the text: arrows move, Enter and Tab choose, a press chooses too. */
export function ChoiceMenu({ id, label, choices, foot, choose, mark, ref }: ChoiceMenuProps) {
  const t = useTranslations("minutes.menu")
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const marked = Math.min(at, choices.length - 1)
  const option = (place: number) => `${id}-${place}`

  useEffect(() => {
    mark(marked >= 0 ? option(marked) : null)
    reveal(list.current, list.current?.children[marked])
  })
  useImperativeHandle(ref, () => ({
    onKey(event) {
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (choices.length === 0) return false
      if (move) setAt((marked + move + choices.length) % choices.length)
      else if (event.key === "Enter" || event.key === "Tab") {
        const chosen = choices[marked]
        if (chosen) choose(chosen.key, event)
      } else return false
      return true
    },
  }))

  if (choices.length === 0) return null
  return (
    <div className="choices">
      <div className="menu" id={id} role="listbox" aria-label={label} ref={list}>
        {choices.map((choice, place) => (
          // Pressed, not clicked: the caret stays in the text, and the keys are heard there.
          <div
            key={choice.key}
            id={option(place)}
            role="option"
            aria-selected={place === marked}
            tabIndex={-1}
            onMouseDown={(event) => {
              event.preventDefault()
              choose(choice.key)
            }}
          >
            {choice.mark ?? <span />}
            <span>{choice.label}</span>
            {choice.hint ? <small>{choice.hint}</small> : null}
          </div>
        ))}
      </div>
      <p className="choices-foot">{foot ?? t("keys")}</p>
    </div>
  )
}
