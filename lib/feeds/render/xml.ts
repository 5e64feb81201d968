/** What XML 1.0 cannot say in any way. */
const unsayable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** Text as it stands in an element or an attribute; what XML cannot say is left out. */
export function xmlText(text: string): string {
  return text.replace(unsayable, "").replace(/[&<>"]/g, (sign) => escaped[sign] ?? "")
}

/** One element on lines of its own; children are elements already, text is escaped by `leaf`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly string[] = [],
): string {
  const start = `${name}${attributesText(attributes)}`
  return children.length > 0 ? `<${start}>\n${children.join("\n")}\n</${name}>` : `<${start}/>`
}

/** An element that holds text. */
export function leaf(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): string {
  return `<${name}${attributesText(attributes)}>${xmlText(text)}</${name}>`
}

function attributesText(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join("")
}
