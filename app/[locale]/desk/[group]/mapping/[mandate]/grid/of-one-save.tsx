import { useTranslations } from "next-intl"
import { type ReactNode, useId, useState } from "react"
import { Button } from "@/app/ui/button"

/** So many are shown each by itself from the beginning. */
const few = 10
/** So many reasons are told; the rest is counted. */
const mostTold = 5

type Act = {
  words: string
  act: () => void
  /** What is lost by it: told when it is pressed first, and done when it is pressed again. */
  loses?: string
  /** What it is lost from: when that changes, it is asked anew. */
  of?: string
}

/** What was pressed once of what loses something, as it was told then. */
type Asked = Pick<Act, "words" | "loses" | "of">

/** Whether a press does it: what loses nothing at once, the rest where the same was asked before. */
export const isMeant = ({ words, loses, of }: Act, asked: Asked | null): boolean =>
  loses === undefined || (asked?.words === words && asked.loses === loses && asked.of === of)

/** Cells of one save that wait, or new rows: what is done with all of them at once, and below each by itself. */
export function OfOneSave({
  title,
  messages = [],
  count,
  acts,
  before,
  children,
}: {
  title: string
  messages?: readonly string[]
  count: number
  acts: readonly Act[]
  /** A field that says what they do. */
  before?: ReactNode
  /** Draws each by itself; of many only once it is asked for. */
  children: () => ReactNode
}) {
  const t = useTranslations("mapping.grid.clash")
  const [isOpen, setOpen] = useState(count <= few)
  const [asked, setAsked] = useState<Asked | null>(null)
  const told = [...new Set(messages)]
  const losing = acts.find((one) => one.loses !== undefined && isMeant(one, asked))
  const name = useId()
  return (
    <section className="clash of-one-save" aria-labelledby={name}>
      <b id={name}>{title}</b>
      {told.slice(0, mostTold).map((message) => (
        <p key={message}>{message}</p>
      ))}
      {told.length > mostTold ? <p>{t("moreReasons", { count: told.length - mostTold })}</p> : null}
      <p role="status">{losing?.loses ?? ""}</p>
      <div className="btns">
        {before}
        {acts.map((one) => (
          <Button
            key={one.words}
            type="button"
            small
            kind={losing === one ? "danger" : undefined}
            onClick={() => {
              const isDone = isMeant(one, asked)
              setAsked(isDone ? null : one)
              if (isDone) one.act()
            }}
            // Who does something else first is asked anew.
            onBlur={() => setAsked(null)}
          >
            {one.words}
          </Button>
        ))}
      </div>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t("each")}</summary>
        {isOpen ? children() : null}
      </details>
    </section>
  )
}
