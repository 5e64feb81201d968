import naughty from "big-list-of-naughty-strings"
import { NextIntlClientProvider } from "next-intl"
import { type DefaultTreeAdapterTypes, parseFragment, defaultTreeAdapter as tree } from "parse5"
import type { ReactNode } from "react"
import { renderToString } from "react-dom/server"
import { expect, test, vi } from "vitest"
import { GuestPage } from "@/app/[locale]/(by-link)/[group]/consultations/[consultation]/take-part/guest-page"
import { CompendiumRecord } from "@/app/[locale]/(public)/[group]/consultations/[consultation]/compendium/compendium-record"
import { ConsultationRecord } from "@/app/[locale]/(public)/[group]/consultations/[consultation]/consultation-record"
import { TextsRecord } from "@/app/[locale]/(public)/[group]/consultations/[consultation]/texts/texts-record"
import { hideCommentInput } from "@/lib/comments/input"
import { partsOf } from "@/lib/comments/markup"
import {
  cancelConsultationInput,
  commentAsGuestInput,
  confirmGuestInput,
  editAsGuestInput,
  editOpenConsultationInput,
} from "@/lib/consultations/input"
import type { ReadableText } from "@/lib/consultations/text-leads"
import type { DocumentText } from "@/lib/documents/model"
import { emptyText, OPENING } from "@/lib/minutes/model"
import { attacks } from "@/lib/platform/attacks"
import en from "@/messages/en.json"
import { GuestTable } from "./[consultation]/guests/guest-table"
import { Queue } from "./[consultation]/guests/queue"
import { SheetThread } from "./[consultation]/worksheet/sheet-thread"

// In a page these are addresses to post to; the code behind them needs the server of Next.
const { actions } = vi.hoisted(() => ({
  actions: (...names: string[]) =>
    Object.fromEntries(names.map((name) => [`${name}Action`, async () => null])),
}))
vi.mock("@/app/[locale]/(by-link)/[group]/consultations/[consultation]/take-part/actions", () =>
  actions(
    ...[
      "commentAsGuest",
      "editAsGuest",
      "withdrawAsGuest",
      "discardDraftAsGuest",
      "fileKeptAsGuest",
      "withholdNameAsGuest",
    ],
    ...["confirmGuest", "silenceGuest"],
  ),
)
vi.mock("./actions", () => actions("moderateComment", "takeBackInvitation"))
vi.mock("./[consultation]/worksheet/actions", () => actions("workThread"))
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }))

const at = new Date("2022-03-03T13:00:00Z")
const stamp = at.toISOString()
const until = new Date("2032-03-03T13:00:00Z")
const id = "00000000-0000-4000-8000-000000000001"
const line = (words: string) => [{ type: "text" as const, text: words }]

function documentOf(words: string): DocumentText {
  return {
    schema: 2,
    content: [
      { type: "heading", attrs: { level: 1, id }, content: line(words) },
      { type: "paragraph", content: line(words) },
    ],
  }
}

function minutesOf(words: string) {
  const text = emptyText([])
  text.sections[OPENING] = {
    type: "doc",
    content: [
      { type: "paragraph", content: line(words) },
      {
        type: "action",
        attrs: { id, owners: [{ personId: id, name: words }], due: null },
        content: [{ type: "paragraph", content: line(words) }],
      },
    ],
  }
  return text
}

const author = (words: string) => ({
  name: words,
  organisation: words,
  stakeholderGroup: "youth" as const,
})
const group = (words: string) => ({ slug: "wg-tides", shortName: words, name: words })
const window_ = { status: "open" as const, opensAt: at, closesAt: until, lateUntil: null }

/** Texts that are open for comments. */
function textsOf(words: string): ReadableText[] {
  const text = { position: 0, title: words, revision: 1, number: null, slug: "x", leads: {} }
  const sections = [{ place: OPENING, title: words, words, notes: words }]
  return [
    {
      ...{ ...text, id: "a", kind: "document", textId: "t", sections },
      body: { kind: "document", text: documentOf(words) },
    },
    {
      ...{ ...text, id: "b", kind: "minutes", textId: "m", sections, position: 1 },
      body: { kind: "minutes", text: minutesOf(words), agenda: [] },
    },
  ]
}

/** What a guest sees, with the same words in every field that somebody can fill. */
function guestPage(words: string): ReactNode {
  const comment = {
    ...{ id, textId: "t", place: OPENING, about: words, text: words, parts: partsOf(words) },
    ...{ editedAt: at, earlier: [{ text: words, proposal: words, until: stamp }], editable: true },
    ...{ late: true, unnamed: true, nameable: true, moderation: "waiting" as const, createdAt: at },
    withdrawn: false,
    hidden: { reason: words },
    answers: [{ id, threadId: id, seq: 1, by: words, at, edited: true, parts: partsOf(words) }],
    outcome: { disposition: "noted" as const, reason: words },
  }
  return (
    <GuestPage
      token={words}
      found={{
        ...{ id, slug: words, title: words, question: partsOf(words), askedBy: words, ...window_ },
        ...{ group: group(words), cancelReason: words },
        guest: { ...author(words), confirmed: true, silenced: false, unnamedByMail: false },
        texts: textsOf(words),
        own: [comment],
        kept: [{ id, text: words, quote: words, because: words, savedAt: at, sendable: true }],
        drafts: { a: { text: words, quote: words, place: words, unnamed: true } },
        unsent: [{ id, text: words, quote: words, place: words, unnamed: false, savedAt: at }],
      }}
    />
  )
}

/** What co-chairs see of it. */
function deskOf(words: string): ReactNode {
  const queued = { id, seen: stamp, name: words, email: words, about: words, parts: partsOf(words) }
  const guest = { id, name: words, email: words, organisation: words, invited: true }
  const lead = {
    ...{ commentId: id, threadId: id, revision: 1, leads: true, number: "1", lost: true },
    ...{ open: false, row: null, hidden: { by: words, reason: words } },
    ...{ text: words, section: words, quote: words, words, proposal: words, reason: words },
    ...{ author: author(words), unnamed: true, at, late: true, decider: words },
    disposition: "noted" as const,
  }
  return (
    <>
      <GuestTable
        consultationId={id}
        guests={[{ ...guest, takenBackAt: null, confirmedAt: at, comments: 1 }]}
      />
      <Queue consultationId={id} comments={[{ ...queued, moderation: "waiting", createdAt: at }]} />
      <ul>
        <SheetThread
          consultationId={id}
          lead={lead}
          others={[lead]}
          several
          threads="/desk/wg-tides/comments"
        />
      </ul>
    </>
  )
}

/** What the world reads of it. */
function publicOf(words: string): ReactNode {
  const named = { kind: "document" as const, title: words, number: null }
  const comment = {
    ...{ by: { named: true as const, ...author(words) }, at: stamp, late: true, words },
    ...{ proposal: words, parts: partsOf(words), hidden: { reason: words } },
  }
  const consultation = {
    ...{ slug: "x", title: words, question: words, audience: "anyone" as const },
    ...{ askedBy: words, opensAt: stamp, closesAt: stamp },
  }
  const content = {
    ...{ schema: 1 as const, version: 1, publishedAt: stamp, group: group(words), consultation },
    ...{
      texts: [
        { ...named, revision: 1 },
        { ...named, revision: 1 },
      ],
      entries: [],
    },
  }
  const entry = {
    ...{ number: 1, text: words, section: words, quote: words, lost: true, reason: words },
    ...{ disposition: "noted" as const, comments: [comment] },
    row: { number: 1, edition: 1, address: "/wg-tides/mapping/roadmap/editions/1?row=1" },
  }
  return (
    <>
      <ConsultationRecord
        group={{ id, ...group(words) } as never}
        found={{
          ...{ slug: "x", title: words, question: partsOf(words), askedBy: words, ...window_ },
          markup: words,
          ...{ audience: "anyone", cancelReason: words, texts: [named], compendium: 1, until },
          readable: true,
        }}
      />
      <TextsRecord
        group={{ id, ...group(words) } as never}
        found={{
          ...{ slug: "x", title: words, ...window_, until },
          texts: textsOf(words).map((text) => ({ ...named, text })),
        }}
      />
      <CompendiumRecord
        path="/wg-tides/consultations/x/compendium"
        found={
          {
            ...{ content, question: partsOf(words), entries: [entry], sha256: "0".repeat(64) },
            versions: [{ version: 1, publishedAt: at }],
          } as never
        }
      />
    </>
  )
}

const pages = { guestPage, deskOf, publicOf }
const shown = (page: ReactNode) =>
  parseFragment(
    renderToString(
      <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
        {page}
      </NextIntlClientProvider>,
    ),
  )

type Node = DefaultTreeAdapterTypes.ChildNode
function elementsOf(nodes: readonly Node[]): DefaultTreeAdapterTypes.Element[] {
  return nodes.flatMap((node) =>
    tree.isElementNode(node) ? [node, ...elementsOf(node.childNodes)] : [],
  )
}
function wordsOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (tree.isTextNode(node)) return node.value
      return tree.isElementNode(node) ? wordsOf(node.childNodes) : ""
    })
    .join("")
}

const strange = /^(img|iframe|object|embed|math|style|base|link|meta|video|audio|frame|portal)$/
const address = /^(href|src|action|formaction|data|xlink:href)$/

/** What of a page could do something: elements of no page of ours, handlers, addresses that run. */
function dangersIn(nodes: readonly Node[]): string[] {
  return elementsOf(nodes).flatMap(({ tagName, attrs, childNodes }) => {
    const acts = attrs.filter(
      ({ name, value }) =>
        /^(on|style$|srcdoc$)/.test(name) ||
        // React puts an address that throws where an action is a function of the browser.
        (address.test(name) &&
          !/^(https?:\/\/|mailto:|\/(?!\/)|#|$)/.test(value) &&
          !isReact(value)),
    )
    const isOurs = tagName !== "script" || !/alert|1\/x/.test(wordsOf(childNodes))
    return [
      ...(strange.test(tagName) || !isOurs ? [`<${tagName}>`] : []),
      ...acts.map(({ name, value }) => `${name}=${value}`),
    ]
  })
}
const isReact = (value: string) =>
  value.startsWith("javascript:throw new Error('React form unexpectedly submitted.')")

test.each(Object.entries(pages))("script in every field of %s stays words", (_, page) => {
  const plain = shown(page("Quiet words")).childNodes
  expect(dangersIn(plain)).toEqual([])
  const often = wordsOf(plain).split("Quiet words").length
  expect(often).toBeGreaterThan(8)
  for (const attack of attacks) {
    const { childNodes } = shown(page(attack))
    expect(dangersIn(childNodes), attack).toEqual([])
    // As it was typed, wherever it is not light markup. HTML knows neither NUL nor a return alone.
    if (attack.includes("\u0000")) continue
    expect(wordsOf(childNodes).split(attack).length, attack).toBeGreaterThan(often / 2)
  }
})

test.each(Object.entries(pages))(
  "nor does a public list of strings that break things in %s",
  (_, page) => {
    expect(naughty.length).toBeGreaterThan(400)
    for (const words of naughty) expect(dangersIn(shown(page(words)).childNodes), words).toEqual([])
  },
  // Hundreds of pages: no test of how fast they are.
  120_000,
)

test("the check itself sees what it looks for", () => {
  const nodes = parseFragment(
    "<a href='javascript:x'>x</a><img src=x onerror=x><script>alert(1)</script><p style=x>",
  ).childNodes
  expect(dangersIn(nodes)).toEqual([
    "href=javascript:x",
    "<img>",
    "src=x",
    "onerror=x",
    "<script>",
    "style=x",
  ])
})

test("what is typed into a form comes out of it as it was typed", () => {
  const ids = { commentId: id, consultationId: id, consultationTextId: id, submission: id }
  const token = "t".repeat(43)
  const window = { zone: "UTC", closesDay: "2032-03-03", closesTime: "13:00", revision: "1" }
  for (const words of attacks) {
    const text = words.trim()
    expect(commentAsGuestInput.parse({ ...ids, token, text: words, quote: words })).toMatchObject({
      text,
      quote: text,
    })
    expect(editAsGuestInput.parse({ ...ids, token, text: words }).text).toBe(text)
    expect(confirmGuestInput.parse({ token, name: "Zoe", organisation: words }).organisation).toBe(
      text,
    )
    const asked = { ...ids, ...window, title: "Rules", question: words }
    expect(editOpenConsultationInput.parse(asked).question).toBe(text)
    expect(cancelConsultationInput.parse({ ...asked, reason: words }).reason).toBe(text)
    expect(hideCommentInput.parse({ ...ids, reason: words }).reason).toBe(text)
  }
})
