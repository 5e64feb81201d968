import { readXml } from "../formats/xml"

/** Formats of numbers that every file has without saying so, and that show a day or a time. */
const builtIn = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])

/** Which styles of cells show their number as a day, by their place in the file. */
export function readDateStyles(bytes: Uint8Array): (style: number) => boolean {
  const formats = new Map<number, string>()
  const styles: number[] = []
  let inCells = false
  readXml(bytes, {
    open: ({ name, attributes }) => {
      if (name === "numFmt")
        formats.set(Number(attributes.numFmtId), (attributes.formatCode ?? "").slice(0, 255))
      if (name === "cellXfs") inCells = true
      if (name === "xf" && inCells) styles.push(Number(attributes.numFmtId ?? 0))
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false
    },
  })
  return (style) => {
    const format = styles[style] ?? 0
    const code = formats.get(format)
    return code === undefined ? builtIn.has(format) : showsDay(code)
  }
}

/** Whether a format as programs write it shows a day: `dd.mm.yyyy`, not `[Red]0.00` or `"day" 0`. */
function showsDay(code: string): boolean {
  let bare = ""
  let until = ""
  for (const sign of code.toLowerCase()) {
    if (until !== "") until = sign === until || until === "any" ? "" : until
    else if (sign === '"') until = '"'
    else if (sign === "[") until = "]"
    else if (sign === "\\") until = "any"
    else bare += sign
  }
  return /[yd]/.test(bare) && !/[0#?]/.test(bare)
}
