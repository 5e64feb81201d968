import fc from "fast-check"
import {
  type Block,
  emptyText,
  type Inline,
  type MinutesText,
  type Paragraph,
  type PlainBlock,
  type SectionDoc,
} from "./model"

// Texts for property tests: every node and mark of the model, nested lists, odd words.

const words = fc
  .array(fc.constantFrom("agreed", "Ünïcode", "مرحبا", "3.5%", "co-chair", "- dash", "> more"), {
    minLength: 1,
    maxLength: 5,
  })
  .map((list) => list.join(" "))
const name = fc.constantFrom("Ilva Morandini", "Samir Koskela", "Hyejin Abara")

/** A piece of a line. */
export const arbitraryInline: fc.Arbitrary<Inline> = fc.oneof(
  words.map((text): Inline => ({ type: "text", text })),
  words.map((text): Inline => ({ type: "text", text, marks: [{ type: "bold" }] })),
  words.map(
    (text): Inline => ({
      type: "text",
      text,
      marks: [{ type: "link", attrs: { href: "https://example.org/a" } }],
    }),
  ),
  fc.constant<Inline>({ type: "hardBreak" }),
  fc
    .record({ personId: fc.uuid(), label: name })
    .map((attrs): Inline => ({ type: "mention", attrs })),
)

/** Paragraphs and nested lists whose lines hold what `inline` makes. */
export function arbitraryPlain<I>(inline: fc.Arbitrary<I>): fc.Arbitrary<PlainBlock<I>> {
  const paragraph = fc
    .array(inline, { maxLength: 3 })
    .map(
      (content): Paragraph<I> =>
        content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" },
    )
  return fc.letrec<{ plain: PlainBlock<I>; list: PlainBlock<I> }>((tie) => ({
    list: fc
      .record({
        bullets: fc.boolean(),
        items: fc.array(fc.tuple(paragraph, fc.array(tie("plain"), { maxLength: 1 })), {
          minLength: 1,
          maxLength: 3,
        }),
      })
      .map(({ bullets, items }): PlainBlock<I> => {
        const content = items.map(([first, rest]) => ({
          type: "listItem" as const,
          content: [first, ...rest] as [Paragraph<I>, ...PlainBlock<I>[]],
        }))
        return bullets
          ? { type: "bulletList", content }
          : { type: "orderedList", attrs: { start: 1 }, content }
      }),
    plain: fc.oneof({ maxDepth: 2, depthIdentifier: "list" }, paragraph, tie("list")),
  })).plain
}

const plain = arbitraryPlain(arbitraryInline)
const content = fc.array(plain, { minLength: 1, maxLength: 3 })
const id = fc.uuid()

const block: fc.Arbitrary<Block> = fc.oneof(
  plain,
  content.map((content): Block => ({ type: "blockquote", content })),
  fc
    .record({
      id,
      personId: fc.option(fc.uuid(), { nil: null }),
      name,
      capacity: fc.constantFrom("", "MAG member"),
    })
    .chain((attrs) => content.map((content): Block => ({ type: "statement", attrs, content }))),
  fc
    .tuple(id, content)
    .map(([id, content]): Block => ({ type: "decision", attrs: { id }, content })),
  fc
    .record({
      id,
      owners: fc.array(fc.record({ personId: fc.option(fc.uuid(), { nil: null }), name }), {
        maxLength: 2,
      }),
      due: fc.constantFrom(null, "2022-03-14", "2024-02-29"),
    })
    .chain((attrs) => content.map((content): Block => ({ type: "action", attrs, content }))),
  fc
    .record({ id, outcome: fc.constantFrom(null, "Answered on the list") })
    .chain((attrs) => content.map((content): Block => ({ type: "question", attrs, content }))),
)

export const arbitraryDoc: fc.Arbitrary<SectionDoc> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: "doc", content }))

/** Agenda items by id, distinct, in some order. */
export const arbitraryItems: fc.Arbitrary<{ id: string }[]> = fc
  .uniqueArray(fc.uuid(), { maxLength: 5 })
  .map((ids) => ids.map((id) => ({ id })))

/** A valid text for these items. */
export const arbitraryTextFor = (items: readonly { id: string }[]): fc.Arbitrary<MinutesText> => {
  const order = ["opening", ...items.map((item) => item.id), "closing"]
  return fc.tuple(...order.map(() => arbitraryDoc)).map((docs) => ({
    schema: 1,
    order,
    sections: Object.fromEntries(order.map((id, place) => [id, docs[place] as SectionDoc])),
  }))
}

export const arbitraryText: fc.Arbitrary<MinutesText> = arbitraryItems.chain(arbitraryTextFor)

/** A section of one paragraph. */
export const line = (text: string): SectionDoc => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
})

/** The text of a meeting with these items: empty but for the sections given. */
export function textOf(items: string[], sections: Record<string, SectionDoc>): MinutesText {
  const empty = emptyText(items.map((id) => ({ id })))
  return { ...empty, sections: { ...empty.sections, ...sections } }
}
