import type { Actor } from "@/lib/platform/actor"
import { getTranslations } from "@/lib/platform/i18n"
import { TextComments } from "../text-comments"

/** All that was said of a row, on its own page; `asked` is the query of the address. */
export async function RowCommentsPanel({
  rowId,
  actor,
  base,
  asked,
}: {
  rowId: string
  actor: Actor
  /** The address of the comments of the group's desk. */
  base: string
  asked: Record<string, string | string[] | undefined>
}) {
  const t = await getTranslations("mapping.talk")
  return (
    <section id="comments" className="stack" aria-labelledby="row-comments">
      <h2 id="row-comments">{t("comments")}</h2>
      <TextComments on={{ kind: "row", rowId }} actor={actor} base={base} asked={asked} />
    </section>
  )
}
