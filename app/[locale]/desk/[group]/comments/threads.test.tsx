import { NextIntlClientProvider } from "next-intl"
import { type DefaultTreeAdapterTypes, parseFragment, defaultTreeAdapter as tree } from "parse5"
import { renderToString } from "react-dom/server"
import { expect, test, vi } from "vitest"
import type { CommentView, ThreadsView, ThreadView, TypedDraft } from "@/lib/comments/model"
import en from "@/messages/en.json"
import { Threads } from "./threads"

// In a page these are addresses to post to; the code behind them needs the server of Next.
vi.mock("./actions", () => {
  const post = async () => null
  return Object.fromEntries(
    [
      "openThread",
      "answerThread",
      "discardBegun",
      "editComment",
      "withdrawComment",
      "withholdName",
      "hideComment",
      "showComment",
      "react",
      "resolveThread",
      "reopenThread",
      "muteThread",
      "markRead",
    ].map((name) => [`${name}Action`, post]),
  )
})

const attack = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`
const at = "2022-03-03T13:00:00.000Z"
const meetingId = "00000000-0000-4000-8000-000000000001"

const comment = (more: Partial<CommentView>): CommentView => ({
  id: "c1",
  seq: 1,
  author: { kind: "guest", id: "g", name: attack, capacity: attack },
  mine: true,
  fixed: false,
  text: attack,
  parts: [
    { kind: "paragraph", pieces: [{ kind: "mention", personId: attack, text: attack }] },
    { kind: "code", text: attack },
  ],
  proposal: attack,
  applied: { by: attack, at },
  way: "mail",
  late: true,
  unnamed: true,
  nameable: true,
  moderation: "waiting",
  createdAt: at,
  editedAt: at,
  earlier: [{ text: attack, proposal: attack, until: at }],
  hides: [
    {
      hidden: { by: attack, reason: attack, at },
      shown: { by: attack, reason: attack, at },
    },
  ],
  withdrawnAt: null,
  hidden: null,
  reactions: {
    agree: { count: 1, names: [attack], mine: false },
    question: { count: 0, names: [], mine: false },
  },
  fresh: true,
  ...more,
})

const around = { quote: attack, before: attack, after: attack }
const typed: TypedDraft = {
  ...{ text: attack, proposal: attack, unnamed: true, place: attack, quote: null },
}

const thread = (more: Partial<ThreadView>): ThreadView => ({
  id: "t1",
  text: { kind: "minutes", meetingId },
  about: "passage",
  place: "opening",
  under: "opening",
  passage: { quote: attack, before: attack, after: attack, start: null, end: null },
  lostAt: at,
  wasAbout: attack,
  consultationId: null,
  state: "reopened",
  resolved: null,
  revision: 1,
  createdAt: at,
  comments: [comment({}), comment({ id: "c2", hidden: { reason: attack, by: attack } })],
  skipped: 3,
  count: 5,
  fresh: 2,
  muted: true,
  draft: typed,
  submission: meetingId,
  ...more,
})

const view: ThreadsView = {
  threads: [
    thread({}),
    thread({
      id: "t2",
      state: "resolved",
      fresh: 0,
      resolved: { disposition: "noted", reason: attack, by: attack, at },
    }),
  ],
  page: 1,
  pages: 1,
  total: { threads: 2, open: 1, comments: 10, fresh: 2 },
  fresh: [
    { seq: 1, threadId: "t1", commentId: "c1" },
    { seq: 2, threadId: "t1", commentId: "c2" },
  ],
  last: 2,
  since: 0,
  may: { write: true, resolve: true, hide: true },
  people: [{ id: attack, name: attack }],
  consultations: [
    { id: "w1", slug: "tides", title: attack, late: false },
    { id: "w2", slug: "gauges", title: attack, late: true },
  ],
  submission: meetingId,
  drafts: {
    [`${meetingId}:new`]: typed,
    [`${meetingId}:passage:opening:1-2`]: { ...typed, quote: around },
    "edit:c1": typed,
  },
}

type Node = DefaultTreeAdapterTypes.ChildNode

function elementsOf(nodes: readonly Node[]): DefaultTreeAdapterTypes.Element[] {
  return nodes.flatMap((node) =>
    tree.isElementNode(node) ? [node, ...elementsOf(node.childNodes)] : [],
  )
}

/** All words of an element. */
function textIn({ childNodes }: DefaultTreeAdapterTypes.Element): string {
  return childNodes
    .map((node) => (tree.isElementNode(node) ? textIn(node) : wordsOf(node)))
    .join("")
}

const wordsOf = (node: Node) => (tree.isTextNode(node) ? node.value : "")

const render = (initial: ThreadsView) =>
  renderToString(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <Threads
        initial={initial}
        on={{ kind: "minutes", meetingId }}
        base="/desk/wg-tides/comments"
        places={[{ about: "section", place: "opening", label: attack }]}
        at="text"
        hidden={{ more: attack }}
      />
    </NextIntlClientProvider>,
  )

test("script in every field of a list of threads stays words", () => {
  const html = render(view)
  const elements = elementsOf(parseFragment(html).childNodes)
  const named = (...names: string[]) => elements.filter(({ tagName }) => names.includes(tagName))
  expect(named("img", "iframe", "object")).toEqual([])
  // React itself puts one where an action is a function of the browser.
  const scripts = named("script").map(({ childNodes }) => JSON.stringify(childNodes.map(wordsOf)))
  expect(scripts.filter((words) => words.includes("alert"))).toEqual([])
  const handlers = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => /^on/.test(name)))
  expect(handlers).toEqual([])
  // Every field of the two threads is there, as words.
  expect(html.split("&lt;script&gt;alert(1)").length).toBeGreaterThan(30)
})

const begunKeys = (html: string) =>
  elementsOf(parseFragment(html).childNodes)
    .filter(({ attrs }) => attrs.some(({ name, value }) => name === "name" && value === "key"))
    .map(({ attrs }) => attrs.find(({ name }) => name === "value")?.value)

test("other words for a comment are in its form, and to be read and discarded where it has none any more", () => {
  const passage = `${meetingId}:passage:opening:1-2`
  expect(begunKeys(render(view))).toEqual([passage])
  const resolved = { disposition: "noted" as const, reason: "", by: "Hyejin Abara", at }
  const settled = thread({ state: "resolved", resolved, comments: [comment({ text: "Old" })] })
  const html = render({ ...view, threads: [settled] })
  expect(begunKeys(html)).toEqual([passage, "edit:c1"])
  expect(html).toContain(en.comments.begun.editOf)
})

test("a comment that was begun on a place that is gone says so", () => {
  const drafts = (place: string) => ({ [`${meetingId}:new`]: { ...typed, place } })
  expect(render({ ...view, drafts: drafts("section:gone") })).toContain(en.comments.form.placeGone)
  for (const place of ["section:opening", "text"])
    expect(render({ ...view, drafts: drafts(place) })).not.toContain(en.comments.form.placeGone)
})

test("who agrees, and who has a question, is to be read by everybody: in words, not in a title", () => {
  const many = Array.from({ length: 40 }, (_, place) => `Member ${place} O’Dell`)
  const reactions = {
    agree: { count: many.length, names: many, mine: false },
    question: { count: 1, names: ["Noor Brandt"], mine: false },
  }
  const plain = { hidden: null, applied: null, earlier: [], hides: [] }
  const asked = (more: Partial<CommentView>) => {
    const one = thread({ comments: [comment({ ...plain, reactions, ...more })], skipped: 0 })
    return elementsOf(parseFragment(render({ ...view, threads: [one] })).childNodes)
  }
  const folded = (elements: ReturnType<typeof asked>) =>
    elements.filter(
      ({ tagName, childNodes }) =>
        tagName === "details" &&
        elementsOf(childNodes).some(
          (one) => one.tagName === "summary" && textIn(one) === en.comments.reaction.who,
        ),
    )
  const shown = asked({})
  const [who, ...others] = folded(shown)
  expect(others).toEqual([])
  const names = elementsOf(who ? [who] : []).filter(({ tagName }) => tagName === "li")
  expect(names.map(textIn)).toEqual([...many, "Noor Brandt"])
  const titles = shown.flatMap(({ attrs }) => attrs.filter(({ name }) => name === "title"))
  expect(titles).toEqual([])
  const nobody = { count: 0, names: [], mine: false }
  expect(folded(asked({ reactions: { agree: nobody, question: nobody } }))).toEqual([])
  expect(folded(asked({ withdrawnAt: at }))).toEqual([])
})
