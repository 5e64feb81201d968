import { ButtonLink } from "@/app/ui/button"
import type { TextRef } from "@/lib/comments/model"
import { countThreads, textPlaces } from "@/lib/comments/queries"
import type { Actor } from "@/lib/platform/actor"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { namedPlaces } from "./places"

/** How many threads there are on a text, by section, and the way to each; `href` is their page. */
export async function CommentsPanel({
  on,
  actor,
  href,
}: {
  on: TextRef
  actor: Actor
  href: string
}) {
  const [t, counts, known] = await Promise.all([
    getTranslations("comments"),
    answer(countThreads(actor, on)),
    answer(textPlaces(actor, on)),
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
        <ButtonLink href={href} small>
          {t("panel.read")}
        </ButtonLink>
      </div>
      {lines.length === 0 ? <p className="muted">{t("panel.none")}</p> : null}
      <ul className="plain-list thread-counts">
        {lines.map(({ key, label, threads, open }) => (
          <li key={key}>
            <a href={`${href}#place-${key}`}>{label}</a>{" "}
            <small className="muted">{t("panel.counts", { threads, open })}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
