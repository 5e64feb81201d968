import { ButtonLink } from "@/app/ui/button"
import { countThreads, minutesPlaces } from "@/lib/comments/queries"
import type { Actor } from "@/lib/platform/actor"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { namedPlaces } from "../../comments/places"

/** How many threads there are on the minutes, by section, and the way to each. */
export async function CommentsPanel({
  meetingId,
  actor,
  base,
}: {
  meetingId: string
  actor: Actor
  base: string
}) {
  const [t, counts, known] = await Promise.all([
    getTranslations("comments"),
    answer(countThreads(actor, meetingId)),
    answer(minutesPlaces(actor, meetingId)),
  ])
  const byPlace = new Map(counts.map((count) => [count.place, count]))
  const named = [
    { place: null, label: t("panel.whole") },
    ...namedPlaces(t, known).map(({ place, label }) => ({ place, label })),
  ]
  const lines = named.flatMap(({ place, label }) => {
    const count = byPlace.get(place)
    byPlace.delete(place)
    return count ? [{ ...count, key: place ?? "text", label }] : []
  })
  const rest = [...byPlace.values()]
  if (rest.length > 0) {
    const sum = (of: "threads" | "open") => rest.reduce((all, count) => all + count[of], 0)
    const label = t("elsewhere")
    lines.push({ place: "", key: "", label, threads: sum("threads"), open: sum("open") })
  }
  return (
    <section className="panel" aria-labelledby="comments">
      <div className="panel-head">
        <h2 id="comments">{t("panel.title")}</h2>
        <ButtonLink href={`${base}/comments`} small>
          {t("panel.read")}
        </ButtonLink>
      </div>
      {lines.length === 0 ? <p className="muted">{t("panel.none")}</p> : null}
      <ul className="plain-list thread-counts">
        {lines.map(({ key, label, threads, open }) => (
          <li key={key}>
            <a href={`${base}/comments#place-${key}`}>{label}</a>{" "}
            <small className="muted">{t("panel.counts", { threads, open })}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
