import type { CommentedText } from "@/lib/comments/text"
import { getTranslations } from "@/lib/platform/i18n"
import { meetingName } from "../meetings/meeting-name"

type Named = Pick<CommentedText, "number" | "title" | "slug" | "row">

/** What a text is called on the desk: a document by its title, minutes by their meeting, a row by its number. */
export async function textName({ number, title, slug, row }: Named): Promise<string> {
  if (row) {
    const t = await getTranslations("mapping.talk")
    return t("rowOf", { number: row.number, title })
  }
  if (slug !== null) return title
  const meeting =
    number === null && title ? title : meetingName(await getTranslations("meetings"), { number })
  return (await getTranslations("comments"))("minutesOf", { meeting })
}

/** Where the threads of a text stand; `desk` is the address of the group's desk. */
export function textHref(desk: string, { text, slug, row }: CommentedText): string {
  if (row) return `${desk}/mapping/${row.mandate}/rows/${row.number}#comments`
  return text.kind === "minutes"
    ? `${desk}/meetings/${text.meetingId}/comments`
    : `${desk}/documents/${slug}/comments`
}
