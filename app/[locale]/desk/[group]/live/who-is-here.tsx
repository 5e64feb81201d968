import { useTranslations } from "next-intl"
import type { Awareness } from "y-protocols/awareness"
import { type Here, initials, tintIn } from "./people-here"

/** How many are shown one by one; the others are counted. */
const most = 5
/** The style of a phone shows so many. */
const mostOnPhone = 2

/** Who has these minutes open. A press on somebody who writes follows their caret; another ends it. */
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
        {all.length > mostOnPhone ? (
          <li className="more" aria-hidden="true">
            <span className="who">{t("more", { count: all.length - mostOnPhone })}</span>
          </li>
        ) : null}
      </ul>
      <span className="small muted nowrap">
        {t("counts", { writing, reading: all.length - writing })}
      </span>
    </div>
  )
}
