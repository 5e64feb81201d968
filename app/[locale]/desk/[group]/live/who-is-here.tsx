import { useTranslations } from "next-intl"
import type { Awareness } from "y-protocols/awareness"
import { Button } from "@/app/ui/button"
import { type Here, initials, tintIn } from "./people-here"

/** How many are shown by their faces; the list below names all. */
const most = 5

/**
 * Who has these minutes open: some by their faces, all by their names. A press on somebody who writes follows
 * their caret; another ends it.
 */
export function WhoIsHere({
  here,
  awareness,
  following,
  follow,
}: {
  here: readonly Here[]
  awareness: Awareness
  following: number | null
  follow: (client: number | null) => void
}) {
  const t = useTranslations("minutes.live")
  // Who writes is shown before who reads, and nobody twice.
  const people = new Map<string, Here>()
  for (const one of [...here].sort(
    (a, b) => Number(b.section !== null) - Number(a.section !== null),
  ))
    if (!people.has(one.id)) people.set(one.id, one)
  const all = [...people.values()]
  const writing = all.filter(({ section }) => section !== null).length
  if (all.length === 0) return null
  return (
    <div className="presence">
      <ul className="whos" aria-label={t("here")}>
        {all.slice(0, most).map((one) => {
          const about = one.noteTaker ? t("noteTaker", { name: one.name }) : one.name
          const face = (
            <span className={`who ${tintIn(awareness, one.id)}`} aria-hidden="true">
              {initials(one.name)}
            </span>
          )
          return (
            <li key={one.id}>
              {one.section === null ? (
                <span title={about}>
                  {face}
                  <span className="vh">{about}</span>
                </span>
              ) : (
                <button
                  type="button"
                  className="follow"
                  title={t("follow", { name: about })}
                  aria-pressed={following === one.client}
                  onClick={() => follow(following === one.client ? null : one.client)}
                >
                  {face}
                  <span className="vh">{t("follow", { name: about })}</span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <details className="all-here">
        <summary className="small muted">
          <span className="who" aria-hidden="true">
            {all.length}
          </span>
          <span className="nowrap">{t("counts", { writing, reading: all.length - writing })}</span>
        </summary>
        <ul>
          {all.map((one) => {
            const about = one.noteTaker ? t("noteTaker", { name: one.name }) : one.name
            return (
              <li key={one.id}>
                {one.section === null ? (
                  <bdi>{about}</bdi>
                ) : (
                  <Button
                    type="button"
                    kind="quiet"
                    small
                    aria-pressed={following === one.client}
                    onClick={() => follow(following === one.client ? null : one.client)}
                  >
                    {t("follow", { name: about })}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </details>
    </div>
  )
}
