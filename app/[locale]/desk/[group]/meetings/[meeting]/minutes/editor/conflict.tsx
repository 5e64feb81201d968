import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { Button } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import type { StaleSave } from "@/lib/minutes/model"
import { differing } from "../differing"
import type { ItemHead } from "../sections"
import { TextView } from "../text-view"

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
      <p>{t("why", { author, count: only.size })}</p>
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
            <TextView
              text={mine}
              agenda={agenda}
              number={number}
              only={only}
              prefix="mine"
              level={3}
            />
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
              level={3}
            />
          </div>
        </section>
      </div>
    </section>
  )
}
