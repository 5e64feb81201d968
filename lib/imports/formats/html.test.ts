import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readInline } from "../read/text/inline"
import { convert } from "./convert"
import { readHtml } from "./html"
import { writeBlocks } from "./write"
import { writeWords } from "./write-words"

const textOf = (html: string) => writeBlocks(readHtml(html)).trim()
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

describe("a page of HTML", () => {
  test("keeps headings, nested lists with their numbers, links and emphasis", () => {
    expect(
      textOf(`<h1>Call <em>7</em></h1><p>See <a href="https://tides.example.org/a (1)">the
        <b>table</b></a>, <i>please</i>.<br>Thanks</p>
        <ol start=3><li>Opening<ol type=a><li>Tides<li>Gauges<ul><li>old ones</ul></ol><li>Budget</ol>`),
    ).toBe(
      [
        "# Call 7",
        "",
        "See [the **table**](https://tides.example.org/a%20%281%29), *please*.  ",
        "Thanks",
        "",
        "3. Opening",
        "   a. Tides",
        "   b. Gauges",
        "      - old ones",
        "4. Budget",
      ].join("\n"),
    )
  })

  test("writes a table as rows, and one that only arranges the page as what it holds", () => {
    expect(textOf("<table><tr><th>Who<th>What<tr><td>Lin<td>Sends | it<br>today</table>")).toBe(
      "| Who | What |\n| --- | --- |\n| Lin | Sends \\| it today |",
    )
    const names = (list: string) => list.split(" ").map((name) => `<p>${name}</p>`)
    expect(
      textOf(
        `<table><tr><td>${names("Ilva Lin Otto").join("")}<td>${names("Noor Velia").join("")}</table>`,
      ),
    ).toBe("Ilva\n\nLin\n\nOtto\n\nNoor\n\nVelia")
  })

  test("writes minutes that are set as a table as sections, with all their words", () => {
    const row = (number: number, title: string) =>
      `<tr><td><p>${number}.</p></td><td><p>${title}</p><p><b>Minutes:</b></p><p>The clerk spoke on it.</p></td></tr>`
    const table = `<table><tr><th>No.</th><th>Item</th></tr>${row(1, "Welcome")}${row(2, "Lamps")}${row(3, "Pier")}</table>`
    const written = textOf(table)
    expect(written.match(/^### .*$/gm)).toEqual(["### 1. Welcome", "### 2. Lamps", "### 3. Pier"])
    expect(wordsIn(written)).toEqual(wordsIn(table.replace(/<[^>]+>/g, " ")))
    // A number beside one paragraph is a row of a table.
    const plain = `<table><tr><th>No.</th><th>Item</th></tr><tr><td>1</td><td>Lamps</td></tr><tr><td>2</td><td>Pier</td></tr></table>`
    expect(textOf(plain)).toContain("| 1 | Lamps |")
  })

  test("leaves out what is not shown, and what stands around the main part", () => {
    expect(
      textOf(`<title>Site</title><script>var a</script><header>Menu</header><nav>Home</nav>
        <main><header>Group</header><h2>Minutes</h2><p hidden>no</p><p style="display:none">no</p>
        Words</main><footer>Imprint</footer>`),
    ).toBe("Group\n\n## Minutes\n\nWords")
    expect(
      textOf(`<header><h1>Group</h1><nav><a href="https://a.example.org/log">Log</a></nav></header>
        <nav>Contents</nav><main><h2>Tides</h2></main>`),
    ).toBe("# Group\n\n[Log](https://a.example.org/log)\n\n## Tides")
    expect(textOf("<header>Group</header><p>Words</p><footer>Signed</footer>")).toBe(
      "Group\n\nWords\n\nSigned",
    )
  })

  test("reads what word processors write: classes, list paragraphs, footnotes, wrapped links", () => {
    expect(
      textOf(`<style>.c1{font-weight:700}.lst-kix_a-1 > li:before{content:"" counter(lst-ctn-kix_a-1,lower-latin) ". "}</style>
        <p><span class=c1>Bold</span> text<sup><a href="#n1">1</a></sup></p>
        <ol class="lst-kix_a-0"><li>One</ol><ol class="lst-kix_a-1"><li>Inner</ol>
        <p style="mso-list:l0 level2 lfo1">i. from Word</p>
        <a href="https://www.google.com/url?q=https://tides.example.org/%3Fa&amp;sa=D">link</a>`),
    ).toBe(
      "**Bold** text[^1]\n\n1. One\n   a. Inner\n     i. from Word\n\n[link](https://tides.example.org/?a)",
    )
  })

  test("is stored as it says itself", async () => {
    const page = Buffer.from('<meta charset="iso-8859-2"><p>\xb3\xf3d\xbc i wody</p>', "latin1")
    expect(await convert(page, "a.html")).toMatchObject({ text: "łódź i wody\n", format: "html" })
  })

  test("keeps every word that it shows, whatever its elements", () => {
    const word = fc.constantFrom(
      "tide",
      "Ilva",
      "seventh",
      "é",
      "*",
      "_a_",
      "[x]",
      "# no",
      "a|b",
      "one. ",
    )
    const tag = fc.constantFrom(
      ..."p div b i a li ul ol table tr td th h2 blockquote pre span br sup font".split(" "),
    )
    const node = fc.oneof(
      word.map((text) => `${text.replaceAll("<", "")} `),
      tag.map((name) => `<${name} href="https://tides.example.org">`),
      tag.map((name) => `</${name}>`),
    )
    fc.assert(
      fc.property(fc.array(node, { maxLength: 40 }), (nodes) => {
        const shown = nodes.filter((each) => !each.startsWith("<")).join("")
        const text = textOf(nodes.join("")).replaceAll("https://tides.example.org", "")
        const known = new Set<string>(wordsIn(shown))
        expect(wordsIn(text).filter((each) => known.has(each))).toHaveLength(wordsIn(shown).length)
      }),
      { numRuns: 500 },
    )
  })
})

describe("writeWords", () => {
  test("is read again as the same words, with the same emphasis and links", () => {
    const text = fc.array(
      fc.constantFrom("tide ", "*", "_", "a_b ", "[", "](", "\\", " ", "gauge"),
      {
        maxLength: 5,
      },
    )
    const words = fc.record({
      text: text.map((parts) => parts.join("")),
      bold: fc.boolean(),
      italic: fc.boolean(),
      href: fc.option(fc.constant("https://tides.example.org/(a)"), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (given) => {
        const written = writeWords(given)
        const read = readInline(written, 0, written.length).text
        expect(wordsIn(read).join("")).toBe(
          wordsIn(given.map((each) => each.text).join("")).join(""),
        )
      }),
      { numRuns: 1000 },
    )
  })

  test("makes one run of those that look the same, and none of blanks", () => {
    const bold = (text: string) => ({ text, bold: true })
    expect(
      writeWords([bold("De"), bold("cision"), { text: " " }, bold("one "), { text: "x" }]),
    ).toBe("**Decision one** x")
  })
})
