import { useTranslations } from "next-intl"
import { type KeyboardEvent, useEffect, useId, useState } from "react"
import { readDue } from "@/lib/minutes/due"
import { dayInstant, longDayText } from "@/lib/platform/dates"
import { useWriting } from "./writing-context"

/**
 * A day as people type it, shown as a full date. What cannot be read stays in the field as it was
 * typed, and the block then has no day: never another one.
 */
export function DueInput({
  id,
  due,
  onDue,
  onEnter,
  onEscape,
}: {
  id: string
  due: string | null
  onDue: (due: string | null) => void
  onEnter: () => void
  onEscape: () => void
}) {
  const t = useTranslations("minutes.due")
  const { day, locale } = useWriting()
  const saidId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [inside, setInside] = useState(false)
  const read = typed === null ? due : readDue(typed, day, locale)
  const whole = read === null ? "" : longDayText(dayInstant(read), locale)
  const isUnread = typed !== null && typed.trim() !== "" && read === null
  // A day that came from elsewhere: undo, or somebody else.
  useEffect(() => {
    setTyped((now) => (now !== null && readDue(now, day, locale) === due ? now : null))
  }, [due, day, locale])

  const type = (text: string) => {
    setTyped(text)
    const next = text.trim() === "" ? null : readDue(text, day, locale)
    if (next !== due) onDue(next)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") onEscape()
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (isUnread) setInside(false)
    else onEnter()
  }
  const wrong = isUnread && !inside
  return (
    <span className="due">
      <label className="slot-line" htmlFor={id}>
        <span>{t("label")}</span>
      </label>
      <input
        className="slot day"
        id={id}
        value={typed ?? whole}
        placeholder={t("placeholder")}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        aria-invalid={wrong || undefined}
        aria-describedby={saidId}
        onChange={(event) => {
          setInside(true)
          type(event.target.value)
        }}
        onFocus={() => setInside(true)}
        onBlur={() => {
          setInside(false)
          if (!isUnread) setTyped(null)
        }}
        onKeyDown={keys}
      />
      <span className={`due-said${wrong ? " wrong" : ""}`} id={saidId} role="status">
        {wrong ? t("unread") : null}
        {isUnread && inside ? t("notYet") : null}
        {inside && typed !== null && typed !== whole ? whole : null}
        {read !== null && day !== null && read < day ? (
          <span className="due-before">{t("before")}</span>
        ) : null}
      </span>
    </span>
  )
}
