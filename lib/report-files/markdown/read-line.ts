import type { Token } from "markdown-it"
import type { ReportInline, ReportMark } from "@/lib/reports/blocks"
import { isPublishable } from "@/lib/reports/blocks"

/** A line of text out of the tokens of Markdown; texts of one look are one text. */
export function readLine(tokens: readonly Token[]): ReportInline[] {
  const line: ReportInline[] = []
  const open: ReportMark[] = []
  const close = (type: ReportMark["type"]) => {
    const at = open.findLastIndex((mark) => mark.type === type)
    if (at >= 0) open.splice(at, 1)
  }
  const say = (text: string) => {
    if (!text) return
    const marks = (["bold", "italic", "link"] as const).flatMap(
      (type) => open.find((mark) => mark.type === type) ?? [],
    )
    const last = line.at(-1)
    if (last?.type === "text" && JSON.stringify(last.marks ?? []) === JSON.stringify(marks))
      last.text += text
    else line.push({ type: "text", text, ...(marks.length > 0 ? { marks } : {}) })
  }
  for (const token of tokens) {
    switch (token.type) {
      case "text":
      case "text_special":
        say(token.content)
        break
      case "strong_open":
        open.push({ type: "bold" })
        break
      case "em_open":
        open.push({ type: "italic" })
        break
      case "strong_close":
        close("bold")
        break
      case "em_close":
        close("italic")
        break
      case "link_open": {
        const href = String(token.attrGet("href") ?? "")
        if (isPublishable(href)) open.push({ type: "link", attrs: { href } })
        break
      }
      case "link_close":
        close("link")
        break
      case "hardbreak":
        line.push({ type: "hardBreak" })
        break
      case "softbreak":
        say(" ")
        break
      case "html_inline":
        if (/^<(?:b|strong)>$/i.test(token.content)) open.push({ type: "bold" })
        else if (/^<(?:i|em)>$/i.test(token.content)) open.push({ type: "italic" })
        else if (/^<\/(?:b|strong)>$/i.test(token.content)) close("bold")
        else if (/^<\/(?:i|em)>$/i.test(token.content)) close("italic")
        else if (/^<br\s*\/?>$/i.test(token.content)) line.push({ type: "hardBreak" })
        else say(token.content)
        break
      default:
        say(token.content)
    }
  }
  return line
}

/** What we say of a block in a line of ours: `__Label__ _name_, _name_ and the rest`. */
export type OurLine = { label: string; names: string[]; rest: string }

/** The lines of a paragraph that begin with a label of ours; none where the first does not. */
export function ourLines(tokens: readonly Token[]): OurLine[] {
  const lines: OurLine[] = []
  let inLabel = false
  let inName = false
  let begun = true
  for (const token of tokens) {
    const line = lines.at(-1)
    const { type, markup, content } = token
    if (begun) {
      if (type === "text" && content === "") continue
      if (type !== "strong_open" || markup !== "__") return lines.length > 0 ? lines : []
      lines.push({ label: "", names: [], rest: "" })
      inLabel = true
      begun = false
    } else if (!line) return []
    else if (type === "strong_close" && inLabel) inLabel = false
    else if ((type === "em_open" && markup === "_") || content === "<em>") {
      inName = true
      line.names.push("")
    } else if ((type === "em_close" && inName) || content === "</em>") inName = false
    else if (type === "hardbreak") begun = true
    else if (inLabel) line.label += content
    else if (inName) line.names[line.names.length - 1] += content
    else line.rest += content
  }
  return lines.map((line) => ({ ...line, rest: line.rest.replace(/^ /, "") }))
}
