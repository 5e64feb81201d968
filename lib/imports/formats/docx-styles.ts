import { readXml } from "./xml"

/** What a style of Word says, its own and what it inherits. Levels of headings are counted from 1. */
export type DocxStyle = {
  heading?: number
  list?: string
  depth?: number
  bold?: boolean
  italic?: boolean
}
type Written = DocxStyle & { basedOn?: string }

/** Whether a switch such as `<w:b/>` is on. */
export const isOn = (value: string | undefined) => !/^(?:0|false|off|none)$/.test(value ?? "")

/** The styles of a document by their ids. */
export function readStyles(xml: Uint8Array | null): (id: string | undefined) => DocxStyle {
  const styles = new Map<string, Written>()
  let style: Written | null = null
  let character = false
  if (xml) {
    readXml(xml, {
      open({ name, attributes }) {
        const value = attributes["w:val"] ?? ""
        if (name === "w:style") {
          style = {}
          character = attributes["w:type"] === "character"
          styles.set(attributes["w:styleId"] ?? "", style)
        }
        if (!style) return
        if (name === "w:basedOn") style.basedOn = value
        else if (name === "w:name") {
          const level = /^heading (\d)$/i.exec(value)?.[1]
          if (level) style.heading = Number(level)
          else if (/^title$/i.test(value)) style.heading = 1
          else if (/^subtitle$/i.test(value)) style.heading = 2
        } else if (name === "w:outlineLvl" && Number(value) < 9) style.heading = Number(value) + 1
        else if (name === "w:numId") style.list = value
        else if (name === "w:ilvl") style.depth = Number(value) || 0
        else if (name === "w:b" && character) style.bold = isOn(attributes["w:val"])
        else if (name === "w:i" && character) style.italic = isOn(attributes["w:val"])
      },
      close(name) {
        if (name === "w:style") style = null
      },
    })
  }
  return (id) => {
    let whole: DocxStyle = {}
    let next = id
    // Styles that inherit from each other in a circle end somewhere too.
    for (let steps = 0; next !== undefined && steps < 20; steps++) {
      const { basedOn, ...own }: Written = styles.get(next) ?? {}
      whole = { ...own, ...whole }
      next = basedOn
    }
    return whole
  }
}
