import { ButtonLink } from "@/app/ui/button"
import { listAsked } from "@/lib/editions/ask-queries"
import type { DeskMapping } from "@/lib/mapping/queries"
import { getTranslations } from "@/lib/platform/i18n"
import { AskedList } from "./asked-list"

/** The way to open the newest edition for comments, for whoever may, and what was opened until now. */
export async function Asking({
  mapping,
  edition,
  base,
  desk,
}: {
  mapping: DeskMapping
  /** The number of the newest edition; null before the first. */
  edition: number | null
  /** The addresses of the mapping and of the group's desk. */
  base: string
  desk: string
}) {
  const [t, asked] = await Promise.all([
    getTranslations("mapping.editions.ask"),
    listAsked(mapping),
  ])
  return (
    <>
      {edition !== null && mapping.may.ask ? (
        <p>
          <ButtonLink href={`${base}/editions/comments`}>
            {t("title", { number: edition })}
          </ButtonLink>
        </p>
      ) : null}
      <AskedList lines={asked} desk={desk} />
    </>
  )
}
