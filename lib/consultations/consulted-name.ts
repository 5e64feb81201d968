import type { Reader } from "@/db/client"
import { type TextRef, textIdOf } from "@/lib/comments/model"
import { type Block, blockText } from "@/lib/minutes/model"
import { type OpenText, readOpenTexts } from "./open-texts"

/**
 * What a part of a text is called where a consultation asks about it, or how an action reads there; ""
 * where that has no such part, whatever the text says of it meanwhile. Does not authorize.
 */
export async function consultedName(
  reader: Reader,
  consultationId: string,
  text: TextRef,
  place: string,
): Promise<string> {
  const texts = await readOpenTexts(reader, consultationId)
  const asked = texts.find(({ textId }) => textId === textIdOf(text))
  return asked ? nameIn(asked, place) : ""
}

/** The same, where the text is at hand. */
export function nameIn({ sections, body }: OpenText, place: string): string {
  if (body.kind === "document") return sections.find((each) => each.place === place)?.title ?? ""
  const item = body.agenda.find(({ id }) => id === place)
  if (item) return item.title
  const blocks: Block[] = Object.values(body.text.sections).flatMap(({ content }) => content)
  const action = blocks.find((block) => block.type === "action" && block.attrs.id === place)
  return action ? blockText(action) : ""
}

/**
 * What a thread of a consultation was about whose part is gone from the text, or "": a thread of another
 * consultation, or of the group alone, may hold words that are not for those who read this one.
 */
export function lostName(
  thread: { lostAt: Date | null; consultationId: string | null; wasAbout: string },
  consultationId: string,
): string {
  return thread.lostAt && thread.consultationId === consultationId ? thread.wasAbout : ""
}
