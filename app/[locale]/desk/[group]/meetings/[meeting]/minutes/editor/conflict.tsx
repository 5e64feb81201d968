import { useFormatter, useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { Button } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import { type MinutesText, type StaleSave, sectionOf } from "@/lib/minutes/model"
import type { ItemHead } from "../sections"
import { TextView } from "../text-view"

/** The sections in which two texts differ. */
export function differing(mine: MinutesText, theirs: MinutesText): ReadonlySet<string> {
  const of = (text: MinutesText, id: string) => JSON.stringify(sectionOf(text, id), sorted)
  return new Set([...mine.order, ...theirs.order].filter((id) => of(mine, id) !== of(theirs, id)))
}

/** Postgres and the editor write the keys of an object in different orders. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export type Answer = "mine" | "theirs" | "both"

/** Two texts and three answers. Nothing is decided before one of them is pressed. */
export function Conflict({
  stale,
  agenda,
  number,
  busy,
  answer,
}: {
  stale: StaleSave
  agenda: readonly ItemHead[]
  number: number | null
  busy: boolean
  answer: (answer: Answer) => void
}) {
  const t = useTranslations("minutes.conflict")
  const format = useFormatter()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const { mine, stored } = stale
  const only = differing(mine, stored.text)
  const author = stored.author ?? t("portal")
  return (
    <section className="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title" tabIndex={-1} ref={head}>
        {t("title")}
      </h2>
      <p>{t("why", { author, count: format.number(only.size) })}</p>
      <div className="btns">
        {(["both", "mine", "theirs"] as const).map((choice) => (
          <Button
            key={choice}
            type="button"
            kind={choice === "both" ? "primary" : "plain"}
            aria-disabled={busy || undefined}
            aria-describedby={`conflict-${choice}`}
            onClick={() => (busy ? undefined : answer(choice))}
          >
            {t(choice)}
          </Button>
        ))}
      </div>
      <ul className="conflict-what">
        {(["both", "mine", "theirs"] as const).map((choice) => (
          <li key={choice} id={`conflict-${choice}`}>
            {t(`${choice}What`)}
          </li>
        ))}
      </ul>
      <div className="conflict-texts">
        <section className="sheet" aria-labelledby="conflict-yours">
          <h3 id="conflict-yours">{t("yours")}</h3>
          <p className="small muted">{t("notSaved")}</p>
          <div className="doc">
            <TextView text={mine} agenda={agenda} number={number} only={only} prefix="mine" />
          </div>
        </section>
        <section className="sheet" aria-labelledby="conflict-stored">
          <h3 id="conflict-stored">{t("stored", { author })}</h3>
          <p className="small muted">
            <DateTime at={new Date(stored.savedAt)} />
          </p>
          <div className="doc">
            <TextView
              text={stored.text}
              agenda={agenda}
              number={number}
              only={only}
              prefix="theirs"
            />
          </div>
        </section>
      </div>
    </section>
  )
}
