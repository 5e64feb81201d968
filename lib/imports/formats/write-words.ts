import type { Words } from "./blocks"

type Run = { text: string; bold: boolean; italic: boolean; href: string | undefined }

/** Words with their emphasis and links as Markdown. Runs that look the same are one again. */
export function writeWords(words: readonly Words[]): string {
  const runs = trimmed(mergedRuns(words))
  let written = ""
  for (let i = 0; i < runs.length; ) {
    const href = runs[i]?.href
    let end = i + 1
    while (end < runs.length && runs[end]?.href === href) end += 1
    const part = runs.slice(i, end)
    written += href === undefined ? emphasised(part) : linked(part, href)
    i = end
  }
  return written
}

function mergedRuns(words: readonly Words[]): Run[] {
  const runs: Run[] = []
  for (const { text, bold = false, italic = false, href } of words) {
    if (text === "") continue
    const last = runs.at(-1)
    // Emphasis cannot be seen on white space, so it never ends a run.
    const blank = text.trim() === ""
    if (last && last.href === href && (blank || (last.bold === bold && last.italic === italic)))
      last.text += text
    else runs.push({ text, bold: bold && !blank, italic: italic && !blank, href })
  }
  return runs
}

function trimmed(runs: Run[]): Run[] {
  const first = runs[0]
  if (first) first.text = first.text.trimStart()
  const last = runs.at(-1)
  if (last) last.text = last.text.trimEnd()
  return runs.filter(({ text }) => text !== "")
}

function emphasised(runs: readonly Run[], inLink = false): string {
  let written = ""
  for (const { text, bold, italic } of runs) {
    const inner = text.trim()
    const mark = `${bold ? "**" : ""}${italic ? "*" : ""}`
    // Marks of two runs that touch could not be told apart; a break inside would end them.
    if (!mark || !inner || inner.includes("\n\n") || /[*\\]$/.test(written)) {
      written += escaped(text, inLink)
      continue
    }
    const from = text.indexOf(inner)
    const close = [...mark].reverse().join("")
    written += `${text.slice(0, from)}${mark}${escaped(inner, inLink)}${close}${text.slice(from + inner.length)}`
  }
  return written
}

/** `[words](address)`; the address alone where the words are the address. */
function linked(runs: readonly Run[], href: string): string {
  const text = runs.map((run) => run.text).join("")
  const inner = text.trim()
  const target = targetOf(href)
  if (!inner || target === null) return emphasised(runs)
  const from = text.indexOf(inner)
  const inside = runs.map((run) => ({ ...run, text: run.text.replace(/\s+/g, " ") }))
  const link =
    inner === target && /^https?:/.test(target)
      ? `<${target}>`
      : `[${emphasised(trimmed(inside), true)}](${target})`
  return `${text.slice(0, from)}${link}${text.slice(from + inner.length)}`
}

/** An address without what would end the link too early; null for what is no address for a reader. */
function targetOf(href: string): string | null {
  const address = href.trim()
  if (/^(?:javascript|data|vbscript|file|about|cid):/i.test(address)) return null
  if (address.length > 2000) return null
  return address.replace(
    /[\s()[\]<>"\\]/g,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
  )
}

/** Characters that the reader would take for marks, unless they stand in an address. */
function escaped(text: string, inLink: boolean): string {
  if (!/[*_\\[\]]/.test(text)) return text
  return text.replace(/\S+/g, (word) => {
    const marks = inLink ? /[\\[\]]/g : /\\(?![\p{L}\p{N}])|\](?=\()/gu
    const address = /^[(<"]*https?:\/\//.test(word)
    const safe = address && !inLink ? word : word.replace(marks, "\\$&")
    // A star alone marks nothing.
    if (address || !/[\p{L}\p{N}]/u.test(word)) return safe
    return safe.replace(/\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
  })
}
