import { useTranslations } from "next-intl"
import { Icon } from "@/app/ui/icons"
import type { Neighbour, Neighbours } from "@/lib/meetings/neighbours"
import { useMeetingName } from "../use-meeting-name"

/** The way to the meeting before and the one after. */
export function MeetingTurn({
  neighbours: { previous, next },
  base,
}: {
  neighbours: Neighbours
  base: string
}) {
  const t = useTranslations("meetings")
  const name = useMeetingName()
  if (!previous && !next) return null
  const link = (to: Neighbour, way: "previous" | "next") => (
    <a className={`turn-${way}`} href={`${base}/${to.id}`} rel={way === "next" ? "next" : "prev"}>
      {way === "previous" ? <Icon name="previous" /> : null}
      {t(way, { meeting: name(to) })}
      {way === "next" ? <Icon name="next" /> : null}
    </a>
  )
  return (
    <nav className="meeting-turn" aria-label={t("turn")}>
      {previous ? link(previous, "previous") : null}
      {next ? link(next, "next") : null}
    </nav>
  )
}
