/** Emphasis or a link on a range of characters of a text. */
export type RichMark = {
  from: number
  to: number
  kind: "bold" | "italic" | "link"
  href?: string
  /** What a link is called whose address stands elsewhere: "[Ana][AnaLind]". */
  name?: string
}

/** Text without its markup; `at[i]` is the offset in the source of the character `text[i]`. */
export type Rich = { text: string; at: number[]; marks: RichMark[] }

/** The characters from `from` to `to`, with the marks that reach into them. */
export function sliceRich(rich: Rich, from: number, to = rich.text.length): Rich {
  if (from === 0 && to === rich.text.length) return rich
  const marks: RichMark[] = []
  for (const mark of rich.marks) {
    const start = Math.max(mark.from, from)
    const end = Math.min(mark.to, to)
    if (start < end) marks.push({ ...mark, from: start - from, to: end - from })
  }
  return { text: rich.text.slice(from, to), at: rich.at.slice(from, to), marks }
}

export function trimRich(rich: Rich): Rich {
  const end = rich.text.trimEnd().length
  const start = end === 0 ? 0 : rich.text.length - rich.text.trimStart().length
  return sliceRich(rich, start, Math.max(start, end))
}

/** Texts behind one another with a separator between them, which stands where the one before ends. */
export function joinRich(parts: readonly Rich[], separators: readonly string[] = []): Rich {
  const [only] = parts
  if (only && parts.length === 1) return only
  const texts: string[] = []
  const at: number[] = []
  const marks: RichMark[] = []
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      const separator = separators[index - 1] ?? " "
      texts.push(separator)
      const place = (at.at(-1) ?? -1) + 1
      for (let i = 0; i < separator.length; i++) at.push(place)
    }
    const shift = at.length
    texts.push(part.text)
    for (const offset of part.at) at.push(offset)
    for (const mark of part.marks) {
      marks.push({ ...mark, from: mark.from + shift, to: mark.to + shift })
    }
  }
  return { text: texts.join(""), at, marks }
}
