import { useTranslations } from "next-intl"
import type { Revision } from "@/lib/minutes/find-revisions"

/** The names of those who wrote a revision; the portal where nobody did. */
export function Authors({ authors }: Pick<Revision, "authors">) {
  const t = useTranslations("minutes.history")
  if (authors.length === 0) return t("portal")
  return authors.map((name, place) => (
    <span key={name}>
      {place > 0 ? ", " : null}
      <bdi>{name}</bdi>
    </span>
  ))
}
