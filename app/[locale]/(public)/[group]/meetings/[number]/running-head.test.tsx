import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { RunningHead } from "./running-head"

const style = (text: string) => renderToStaticMarkup(<RunningHead text={text} />)

test("the head of printed pages is a string, whatever a group is called", () => {
  const markup = style('WG "}</style><script>alert(1)</script>\\, 33')
  expect(markup.match(/<[a-z/]+/g)).toEqual(["<style", "</style"])
  // Nothing but letters, figures, blanks and escapes stands between the quotation marks.
  expect(markup).toMatch(/content:"(?:[\p{L}\p{N} ]|\\[0-9a-f]+ )*"\}\}<\/style>$/u)
})

test("letters of every script stand for themselves", () => {
  expect(style("Réunion 33 العمل")).toContain('content:"Réunion 33 العمل"')
})
