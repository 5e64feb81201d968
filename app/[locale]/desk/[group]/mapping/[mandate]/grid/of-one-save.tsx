import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
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
}

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
  const [asked, setAsked] = useState<string | null>(null)
  const told = [...new Set(messages)]
  const losing = acts.find(({ words }) => words === asked)
  return (
    <div className="clash of-one-save">
      <b>{title}</b>
      {told.slice(0, mostTold).map((message) => (
        <p key={message}>{message}</p>
      ))}
      {told.length > mostTold ? <p>{t("moreReasons", { count: told.length - mostTold })}</p> : null}
      <p role="status">{losing?.loses ?? ""}</p>
      <div className="btns">
        {before}
        {acts.map(({ words, act, loses }) => (
          <Button
            key={words}
            type="button"
            small
            kind={asked === words ? "danger" : undefined}
            onClick={() => {
              if (loses === undefined || asked === words) act()
              else setAsked(words)
            }}
          >
            {words}
          </Button>
        ))}
      </div>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t("each")}</summary>
        {isOpen ? children() : null}
      </details>
    </div>
  )
}
