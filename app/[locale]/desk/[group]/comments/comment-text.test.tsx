import { type DefaultTreeAdapterTypes, parseFragment, defaultTreeAdapter as tree } from "parse5"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { partsOf } from "@/lib/comments/markup"
import { CommentText } from "./comment-text"

/** After the published lists of ways past a filter: tags, handlers, addresses, encodings, broken marks. */
const attacks = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=https://evil.example.org/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  '"><script>alert(1)</script>',
  "';alert(String.fromCharCode(88,83,83))//",
  "<img src=x onerror=alert(1)>",
  '<img src="javascript:alert(1)">',
  "<img src=`javascript:alert(1)`>",
  '<img """><script>alert(1)</script>">',
  "<IMG SRC=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<svg><script xlink:href=data:,alert(1) />",
  "<math><maction actiontype=statusline#http://x xlink:href=javascript:alert(1)>x</maction></math>",
  "<body onload=alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<iframe src=javascript:alert(1)>",
  '<object data="javascript:alert(1)">',
  "<embed src=javascript:alert(1)>",
  "<details open ontoggle=alert(1)>",
  "<video><source onerror=alert(1)>",
  "<input autofocus onfocus=alert(1)>",
  "<form><button formaction=javascript:alert(1)>x",
  "<a href=javascript:alert(1)>x</a>",
  "<a href='java\tscript:alert(1)'>x</a>",
  "<base href=javascript:/a/-alert(1)///>",
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  "<link rel=stylesheet href=javascript:alert(1)>",
  "<style>@import'javascript:alert(1)';</style>",
  "<div style=background:url(javascript:alert(1))>",
  "<!--<img src='--><img src=x onerror=alert(1)//'>",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<template><script>alert(1)</script></template>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java&#115;cript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61&#x6C&#x65&#x72&#x74(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](//evil.example.org)",
  '[x](https://a.example.org" onmouseover="alert(1))',
  '[x](<https://a.example.org/" onmouseover=alert(1) x=">)',
  "[x]: javascript:alert(1)\n\n[x]",
  "![x](javascript:alert(1))",
  '![x](https://a.example.org/p.png"onerror="alert(1))',
  "<javascript:alert(1)>",
  "<https://a.example.org/?q=<script>alert(1)</script>>",
  "https://a.example.org/<script>alert(1)</script>",
  "javascript:alert(1)",
  "javascript://a.example.org/%0Aalert(1)",
  "`<script>alert(1)</script>`",
  "```html\n<script>alert(1)</script>\n```",
  "    <script>alert(1)</script>",
  "> <img src=x onerror=alert(1)>",
  "- <img src=x onerror=alert(1)>\n1. <svg onload=alert(1)>",
  "**<img src=x onerror=alert(1)>**",
  "@<script>alert(1)</script>",
  "\u202Etxt.exe<script>alert(1)</script>",
  "\u0000<script>\u0000alert(1)</script>",
]

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
