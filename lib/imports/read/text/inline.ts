import { remembered } from "@/lib/platform/remembered"
import { isInvisible } from "./invisible"
import type { Rich, RichMark } from "./rich"

const SPACE = /\s/
/** How Markdown sets a line further in, as it has no other way. */
export const SPACE_IN_HTML = "&nbsp;"
const WORD = /[\p{L}\p{M}\p{N}]/u
const WORD_END = /[\p{L}\p{M}\p{N}]$/u
const ESCAPABLE = "\\`*_[]()#+-.!<>|{}~"
const BARE_URL = /^https?:\/\/[^\s<>"'`\][]{3,2000}/

/** "[ana]: https://example.org/ana": where the links named so point, told elsewhere in the text. */
const DEFINED = /^ {0,3}\[([^\][\n]{1,80})\]:[ \t]{1,8}<?(\S{1,2000}?)>?(?=\s|$)/gm
const addresses = remembered(
  (source: string) =>
    new Map(
      [...source.matchAll(DEFINED)].map(([, name = "", href = ""]) => [name.toLowerCase(), href]),
    ),
  1,
)

type Opener = { out: number; length: number }

/**
 * Reads emphasis and links of Markdown in a stretch of the source and takes the marks away.
 * What is not closed stays as it was typed. Line breaks are kept. Linear in the length.
 */
export function readInline(source: string, from: number, to: number): Rich {
  const chars: string[] = []
  const at: number[] = []
  const dead: boolean[] = []
  const marks: RichMark[] = []
  const openers = new Map<string, Opener[]>()
  const brackets: number[] = []
  const put = (offset: number) => {
    chars.push(source.charAt(offset))
    at.push(offset)
    dead.push(false)
  }

  let i = from
  while (i < to) {
    const char = source.charAt(i)
    if (char === "'" && source.startsWith("''", i)) {
      // Wikis set words in italics and bold between runs of apostrophes.
      while (i < to && source.charAt(i) === "'") i += 1
    } else if (char === "\\" && i + 1 < to && ESCAPABLE.includes(source.charAt(i + 1))) {
      put(i + 1)
      i += 2
    } else if (char === "*" || char === "_") {
      i = readDelimiters(i, char)
    } else if (char === "=" && isHighlight(i)) {
      i = readDelimiters(i, char)
    } else if (char === "[") {
      brackets.push(chars.length)
      put(i)
      i += 1
    } else if (char === "]") {
      i = readLinkEnd(i)
    } else if (char === "<" && /^<(?:https?:\/\/|mailto:)/.test(source.slice(i, i + 9))) {
      i = readAutolink(i)
    } else if (
      char === "h" &&
      !WORD_END.test(source.slice(Math.max(from, i - 2), i)) &&
      // Behind a mark that nobody sees it stands within a word as well.
      !(i > from && isInvisible(source, i - 1) && WORD_END.test(chars.slice(-2).join(""))) &&
      (source.startsWith("http://", i) || source.startsWith("https://", i))
    ) {
      i = readBareUrl(i)
    } else if (char === "&" && source.startsWith(SPACE_IN_HTML, i)) {
      chars.push(" ")
      at.push(i)
      dead.push(false)
      i += SPACE_IN_HTML.length
    } else {
      if (!isInvisible(source, i)) put(i)
      i += 1
    }
  }
  return withoutDead(chars, at, dead, marks)

  /** "==Ana to write the letters==": two signs and no more, which are no heading at the front of a line. */
  function isHighlight(start: number): boolean {
    if (source.charAt(start + 1) !== "=" || source.charAt(start + 2) === "=") return false
    const before = source.charAt(start - 1)
    return before !== "=" && before !== "\n" && before !== ""
  }

  function readDelimiters(start: number, char: string): number {
    let end = start
    while (end < to && source.charAt(end) === char) end += 1
    const before = start > from ? source.charAt(start - 1) : " "
    const after = end < to ? source.charAt(end) : " "
    const inWord = char === "_" && WORD.test(before) && WORD.test(after)
    const canOpen = !SPACE.test(after) && !inWord
    const canClose = !SPACE.test(before) && !inWord
    let left = end - start
    const out = chars.length
    for (let offset = start; offset < end; offset++) put(offset)
    if (left > 3) return end
    let used = 0
    while (canClose && left > 0) {
      const opener = lastOpener(char, left)
      if (!opener) break
      const range = { from: opener.out + opener.length, to: out }
      if (opener.length !== 2) marks.push({ ...range, kind: "italic" })
      if (opener.length !== 1) marks.push({ ...range, kind: "bold" })
      for (let k = 0; k < opener.length; k++) {
        dead[opener.out + k] = true
        dead[out + used + k] = true
      }
      used += opener.length
      left -= opener.length
    }
    if (canOpen && left > 0) {
      const key = `${char}${left}`
      const stack = openers.get(key) ?? []
      stack.push({ out: out + used, length: left })
      openers.set(key, stack)
    }
    return end
  }

  function lastOpener(char: string, longest: number): Opener | undefined {
    let best: Opener[] | undefined
    for (let length = 1; length <= longest; length++) {
      const stack = openers.get(`${char}${length}`)
      if (stack?.length && (stack.at(-1)?.out ?? 0) > (best?.at(-1)?.out ?? -1)) best = stack
    }
    return best?.pop()
  }

  function readLinkEnd(offset: number): number {
    const open = brackets.pop()
    if (open !== undefined && source.charAt(offset + 1) === "(") {
      let depth = 1
      let end = offset + 2
      while (end < to && depth > 0) {
        const char = source.charAt(end)
        if (SPACE.test(char) || char === "[" || char === "]") break
        if (char === "(") depth += 1
        if (char === ")") depth -= 1
        end += 1
      }
      if (depth === 0) {
        dead[open] = true
        const href = source.slice(offset + 2, end - 1)
        marks.push({ from: open + 1, to: chars.length, kind: "link", href })
        return end
      }
    }
    const name = open === undefined ? "" : nameBehind(offset + 1)
    const href = name === "" ? undefined : addresses(source).get(name.toLowerCase())
    if (open !== undefined && href) {
      dead[open] = true
      marks.push({ from: open + 1, to: chars.length, kind: "link", href, name })
      return offset + name.length + 3
    }
    put(offset)
    return offset + 1
  }

  /** The name of a link in brackets behind its words, "[Ana][AnaLind]". */
  function nameBehind(start: number): string {
    if (source.charAt(start) !== "[") return ""
    const end = source.slice(start, Math.min(to, start + 82)).indexOf("]")
    return end > 1 ? source.slice(start + 1, start + end) : ""
  }

  function readAutolink(offset: number): number {
    let end = offset + 1
    while (end < to && !SPACE.test(source.charAt(end)) && !"<>".includes(source.charAt(end)))
      end += 1
    if (source.charAt(end) !== ">" || end >= to) {
      put(offset)
      return offset + 1
    }
    const start = chars.length
    for (let k = offset + 1; k < end; k++) put(k)
    marks.push({ from: start, to: chars.length, kind: "link", href: source.slice(offset + 1, end) })
    return end + 1
  }

  function readBareUrl(offset: number): number {
    const match = BARE_URL.exec(source.slice(offset, Math.min(to, offset + 2010)))
    let url = match?.[0] ?? ""
    while (/[.,;:!?*_]$/.test(url) || (url.endsWith(")") && !url.includes("(")))
      url = url.slice(0, -1)
    const end = offset + Math.max(1, url.length)
    const start = chars.length
    for (let k = offset; k < end; k++) put(k)
    if (url) marks.push({ from: start, to: chars.length, kind: "link", href: url })
    return end
  }
}

function withoutDead(chars: string[], at: number[], dead: boolean[], marks: RichMark[]): Rich {
  if (!dead.includes(true)) return { text: chars.join(""), at, marks }
  const shifted: number[] = []
  let kept = 0
  for (const gone of dead) {
    shifted.push(kept)
    if (!gone) kept += 1
  }
  shifted.push(kept)
  return {
    text: chars.filter((_, index) => !dead[index]).join(""),
    at: at.filter((_, index) => !dead[index]),
    marks: marks
      .map((mark) => ({ ...mark, from: shifted[mark.from] ?? 0, to: shifted[mark.to] ?? kept }))
      .filter((mark) => mark.from < mark.to),
  }
}
