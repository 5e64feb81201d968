import type { CommentedText } from "@/lib/comments/text"
import { getTranslations } from "@/lib/platform/i18n"
import { meetingName } from "../meetings/meeting-name"

type Named = { number: number | null; title: string; slug: string | null }

/** What a text is called on the desk: a document by its title, minutes by their meeting. */
export async function textName({ number, title, slug }: Named): Promise<string> {
  if (slug !== null) return title
  const meeting =
    number === null && title ? title : meetingName(await getTranslations("meetings"), { number })
  return (await getTranslations("comments"))("minutesOf", { meeting })
}

/** Where the threads of a text stand; `desk` is the address of the group's desk. */
export function textHref(desk: string, { text, slug }: CommentedText): string {
  return text.kind === "minutes"
    ? `${desk}/meetings/${text.meetingId}/comments`
    : `${desk}/documents/${slug}/comments`
}
