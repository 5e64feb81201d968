import { useTranslations } from "next-intl"
import { type KeyboardEvent, useId, useState } from "react"
import { foldName } from "@/lib/people/model"
import type { EditorProps } from "./editor"
import { useBegun } from "./use-begun"

const most = 8

/**
 * Who is responsible: a name is typed, and one of the members chosen; nothing typed is nobody. A name that
 * nobody has, or more than one, is handed over as it is: it is refused, and the reason is said.
 */
export function PersonEditor({ value, typed, change, done, setting }: EditorProps<"responsible">) {
  const t = useTranslations("mapping.grid.edit")
  const list = useId()
  const { people } = setting
  const before = people.find(({ id }) => id === value)?.name ?? ""
  const [text, setText] = useState(typed ?? before)
  const [at, setAt] = useState(0)
  const begun = foldName(text)
  const isBefore = text === before
  const found = people
    .filter(({ member }) => member)
    .filter(({ name }) =>
      isBefore
        ? true
        : foldName(name)
            .split(/[\s'-]+/)
            .some((_, part, parts) => parts.slice(part).join(" ").startsWith(begun)),
    )
    .slice(0, most)
  const marked = Math.min(at, found.length - 1)
  const take = ({ id, name }: { id: string; name: string }) => {
    setText(name)
    setAt(0)
    change(id)
  }
  const hear = (next: string) => {
    const called = people.filter(({ name, member }) => member && foldName(name) === foldName(next))
    const [only] = called
    if (next.trim() === "") change(null)
    else if (next === before) change(value)
    else change(only && called.length === 1 ? only.id : next)
  }
  const type = (next: string) => {
    setText(next)
    setAt(0)
    hear(next)
  }
  useBegun(typed, () => hear(text))
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && found.length > 0) {
      event.preventDefault()
      setAt((marked + step + found.length) % found.length)
    } else if (event.key === "Enter" || event.key === "Tab") {
      const chosen = found[marked]
      if (chosen && text.trim() !== "" && !isBefore) take(chosen)
      else if (chosen && isBefore && at > 0) take(chosen)
    }
  }
  return (
    <>
      <input
        className="in"
        role="combobox"
        aria-label={setting.label}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={marked >= 0 ? `${list}-${marked}` : undefined}
        autoComplete="off"
        spellCheck={false}
        data-first
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {found.length > 0 ? (
        <div className="menu" id={list} role="listbox" aria-label={t("members")}>
          {found.map(({ id, name }, place) => (
            // The field keeps the focus and hears the keys; a pointer may choose here.
            <div
              key={id}
              id={`${list}-${place}`}
              role="option"
              aria-selected={place === marked}
              tabIndex={-1}
              onMouseDown={(event) => {
                event.preventDefault()
                take({ id, name })
                done()
              }}
            >
              {name}
            </div>
          ))}
        </div>
      ) : (
        <p className="small muted" id={list}>
          {t("nobodyCalled")}
        </p>
      )}
    </>
  )
}
