import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { Backlink } from "@/lib/links/backlink-queries"
import type { MinutesText } from "@/lib/minutes/model"
import fr from "@/messages/fr.json"
import { SpokenOf } from "./spoken-of"
import { TextView } from "./text-view"

const decision = (id: string, text: string) => ({
  type: "decision" as const,
  attrs: { id },
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
})
const of = (from: Backlink["from"]): Backlink => ({
  ...{ id: "x", target: "decision", targetId: "d2", decision: "", words: "it", from },
})
const plan = of({ kind: "document", slug: "plan", title: "The <plan>" })
const row = of({
  ...{ kind: "row", number: 7, suggests: "Light it" },
  mandate: { slug: "roadmap", title: "Roadmap" },
})
const minutes = of({ kind: "meeting", meetingId: "m", number: 34, title: "" })

test("a decision names the texts that speak of it, each once, and other decisions name none", () => {
  const text = {
    order: ["opening"],
    sections: {
      opening: { type: "doc", content: [decision("d1", "First."), decision("d2", "Second.")] },
    },
  } as unknown as MinutesText
  const under = new Map([
    ["d2", <SpokenOf key="d2" backlinks={[plan, minutes, plan, row]} group="wg" />],
  ])
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="fr" messages={fr} timeZone="UTC">
      <TextView text={text} agenda={[]} number={33} under={under} />
    </NextIntlClientProvider>,
  )
  const [before = "", after = ""] = html.split("Second.")
  expect(before).not.toContain("<a ")
  const links = [...after.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)/g)]
  expect(links.map(([, href, words]) => [href, words])).toEqual([
    ["/fr/desk/wg/documents/plan", "The &lt;plan&gt;"],
    ["/fr/desk/wg/meetings/m/minutes", fr.documents.backlinks.minutes.replace("{number}", "34")],
    [
      "/fr/desk/wg/mapping/roadmap/rows/7",
      fr.documents.backlinks.row.replace("{number}", "7").replace("{mandate}", "Roadmap"),
    ],
  ])
})
