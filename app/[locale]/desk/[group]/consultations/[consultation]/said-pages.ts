export type SaidAsked = Readonly<Record<string, string | string[] | undefined>>

/** The mark of what was said of a text, by its position from 0, and the word of the query for its page. */
export const saidMark = (position: number): string => `said-${position + 1}`

/** Which page of what was said of a text the query asks for, from 1. */
export function saidPage(asked: SaidAsked, position: number): number {
  const page = asked[saidMark(position)]
  return typeof page === "string" && /^\d{1,6}$/.test(page) ? Number(page) : 1
}

/** The address of another page of what was said of a text, with the pages of the other texts as they are. */
export function saidHref(asked: SaidAsked, position: number, page: number): string {
  const mark = saidMark(position)
  const others = Object.entries(asked).flatMap(([name, value]) =>
    /^said-\d+$/.test(name) && name !== mark && typeof value === "string" ? [[name, value]] : [],
  )
  return `?${new URLSearchParams([...others, [mark, String(page)]])}#${mark}`
}
