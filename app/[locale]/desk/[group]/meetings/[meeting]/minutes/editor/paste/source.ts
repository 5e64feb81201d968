/** What is pasted, read only: a text, or an element with its own parts. Comments are no part of it. */
export type Source =
  | { kind: "text"; text: string }
  | {
      kind: "element"
      tag: string
      attribute: (name: string) => string | null
      children: () => Source[]
    }
export type SourceElement = Extract<Source, { kind: "element" }>

/** Reads a node of a document that was parsed for this and is shown nowhere. */
export function fromDom(node: Node): Source[] {
  if (node.nodeType === Node.TEXT_NODE) return [{ kind: "text", text: node.nodeValue ?? "" }]
  if (!(node instanceof Element)) return []
  return [
    {
      kind: "element",
      tag: node.tagName.toLowerCase(),
      attribute: (name) => node.getAttribute(name),
      children: () => [...node.childNodes].flatMap(fromDom),
    },
  ]
}

/** The style of an element as it was written. Word says there what no browser keeps. */
export function styleOf(element: SourceElement): Map<string, string> {
  const written = element.attribute("style")
  if (!written) return new Map()
  return new Map(
    written.split(";").flatMap((part): [string, string][] => {
      const at = part.indexOf(":")
      if (at < 0) return []
      return [
        [
          part.slice(0, at).trim().toLowerCase(),
          part
            .slice(at + 1)
            .trim()
            .toLowerCase(),
        ],
      ]
    }),
  )
}

/** All the text inside, as it is written. */
export function textOf(source: Source): string {
  return source.kind === "text" ? source.text : source.children().map(textOf).join("")
}
