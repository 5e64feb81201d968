import type { MinutesPlace } from "@/lib/comments/read-places"
import type { getTranslations } from "@/lib/platform/i18n"
import type { Place } from "./begin-form"

/** How much of an action its name shows. */
const shown = 80

/** The places of minutes with the names under which they are offered and grouped. */
export function namedPlaces(
  t: Awaited<ReturnType<typeof getTranslations<"comments">>>,
  places: readonly MinutesPlace[],
): Place[] {
  return places.map(({ about, place, kind, name }) => {
    const words = name.replace(/\s+/g, " ").trim()
    const short = words.length > shown ? `${words.slice(0, shown)}…` : words
    if (kind === "action") return { about, place, label: t("place.action", { words: short }) }
    return { about, place, label: kind === "item" ? words : t(`place.${kind}`) }
  })
}
