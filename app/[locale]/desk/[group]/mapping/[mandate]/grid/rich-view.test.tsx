import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { Inline } from "@/lib/minutes/model"
import { RichView } from "./rich-view"

test("a link that got into the database by another way leads nowhere; its words stay", () => {
  const led = (href: string): Inline => ({
    ...{ type: "text", text: "words" },
    marks: [{ type: "bold" }, { type: "link", attrs: { href } }],
  })
  const content = [
    "javascript:alert(1)",
    " JAVASCRIPT:x",
    "data:text/html,x",
    "https://a.example.org/",
  ]
  const html = renderToStaticMarkup(
    <RichView blocks={[{ type: "paragraph", content: content.map(led) }]} linkStops />,
  )
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://a.example.org/"'])
  expect(html.match(/words/g)).toHaveLength(4)
})
