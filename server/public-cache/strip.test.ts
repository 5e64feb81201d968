import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { stripRuntime } from "./strip"

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body class="pub">${body}</body></html>`

test("the framework's scripts, data, hints and marks go; the document stays", () => {
  const { html } = stripRuntime(
    page(
      `<link rel="stylesheet" href="/_next/a.css" data-precedence="next">
       <link rel="preload" as="script" fetchpriority="low" href="/_next/b.js">
       <link rel="preload" as="font" href="/fonts/c.woff2" crossorigin>
       <link rel="canonical" href="https://portal.example.org/x">
       <script src="/_next/b.js" async nonce="n"></script><meta name="next-size-adjust" content="">`,
      `<div hidden=""><!--$--><!--/$--></div><h1>Meeting<!-- --> 33</h1><p>1 &lt; 2 &amp; “three”</p>
       <script src="/static/local-time.js" defer=""></script>
       <script type="application/ld+json">{"name":"a<\\u002fscript>"}</script>
       <script>self.__next_f.push([1,"secret"])</script>`,
    ),
  )
  expect(html).not.toMatch(/_next\/b\.js|__next_f|secret|nonce|precedence|size-adjust|<!--|hidden/)
  expect(html).toContain('<link rel="stylesheet" href="/_next/a.css">')
  expect(html).toContain('as="font" href="/fonts/c.woff2"')
  expect(html).toContain('rel="canonical"')
  expect(html).toContain("<h1>Meeting 33</h1><p>1 &lt; 2 &amp; “three”</p>")
  expect(html).toContain('<script src="/static/local-time.js" defer=""></script>')
  expect(html).toContain('{"name":"a<\\u002fscript>"}')
  expect(html.startsWith("<!DOCTYPE html>")).toBe(true)
})

test("text that looks like script is text", () => {
  const said = "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- not a comment --&gt;</p>"
  expect(stripRuntime(page("", said)).html).toContain(said)
})

test("an inline style is named by its hash, as a policy wants it", () => {
  const style = '@page{@top-right{content:"WG \\2c  33"}}'
  const { html, styles } = stripRuntime(page("", `<style nonce="n">${style}</style>`))
  expect(html).toContain(`<style>${style}</style>`)
  expect(styles).toEqual([`'sha256-${createHash("sha256").update(style).digest("base64")}'`])
})

test("the page's own end of truth is taken out and handed on", () => {
  const until = "2022-03-17T14:30:00.000Z"
  const found = stripRuntime(page(`<meta name="rapporteur-until" content="${until}">`, "<p>x</p>"))
  expect(found.until).toEqual(new Date(until))
  expect(found.html).not.toContain("rapporteur-until")
  expect(stripRuntime(page("", "")).until).toBeNull()
})

test.each([
  '<template id="B:0"></template><p>Loading</p>',
  '<div hidden id="S:0"><p>late</p></div>',
])("a page that waits for its script is refused: %s", (body) => {
  expect(() => stripRuntime(page("", body))).toThrow("not finished")
})
