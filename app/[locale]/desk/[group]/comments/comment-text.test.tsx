import { type DefaultTreeAdapterTypes, parseFragment, defaultTreeAdapter as tree } from "parse5"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { partsOf } from "@/lib/comments/markup"
import { attacks } from "@/lib/platform/attacks"
import { CommentText } from "./comment-text"

const allowed: Record<string, string[]> = {
  a: ["href", "rel"],
  blockquote: [],
  br: [],
  code: [],
  em: [],
  li: [],
  ol: ["start"],
  p: ["dir"],
  pre: ["dir"],
  span: ["class"],
  strong: [],
  ul: [],
}

type Node = DefaultTreeAdapterTypes.ChildNode

function problemsIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (!tree.isElementNode(node)) return []
    const attributes = allowed[node.tagName]
    if (!attributes) return [`<${node.tagName}>`]
    const wrong = node.attrs.filter(
      ({ name, value }) =>
        !attributes.includes(name) || (name === "href" && !/^(https?:\/\/|mailto:)/.test(value)),
    )
    return [...wrong.map(({ name, value }) => `${name}=${value}`), ...problemsIn(node.childNodes)]
  })
}

test.each(attacks)("%j is words and nothing else", (attack) => {
  for (const text of [attack, `Before ${attack} after`, `> ${attack}`, `- ${attack}`]) {
    const html = renderToStaticMarkup(<CommentText parts={partsOf(text)} />)
    expect(problemsIn(parseFragment(html).childNodes)).toEqual([])
  }
})

test("the check itself sees what it looks for", () => {
  const html = "<p><a href='javascript:x'>x</a><img src=x onerror=x></p>"
  expect(problemsIn(parseFragment(html).childNodes)).toEqual(["href=javascript:x", "<img>"])
})

test("a text that nests without end, or is all marks, is read within its bounds", () => {
  const hard = [">".repeat(9_000), "[".repeat(9_000), "*_".repeat(4_500), "- ".repeat(4_500)]
  for (const text of [...hard, "`".repeat(9_999), "![[](".repeat(2_000), "a@".repeat(5_000)]) {
    const html = renderToStaticMarkup(<CommentText parts={partsOf(text)} />)
    expect(html.length).toBeGreaterThan(0)
  }
})
