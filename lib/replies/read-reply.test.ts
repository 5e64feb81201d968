import { describe, expect, test } from "vitest"
import { readReply } from "./read-reply"

const head = [
  "From: Samir Koskela <Samir@example.org>",
  "To: reply@reply.example.org",
  "Subject: Re: The charter",
  "Message-ID: <a1@example.org>",
  "MIME-Version: 1.0",
]
const read = (lines: string[]) => readReply(new TextEncoder().encode(lines.join("\r\n")))

const html = (body: string) =>
  read([...head, "Content-Type: text/html; charset=utf-8", "", `<html><body>${body}</body></html>`])

describe("an answer in plain text", () => {
  test("is the words of its sender, decoded, from the address in its head", async () => {
    const body = ["The harbour list=20", "is t=C3=B6o short.", "", "--=20", "Samir"]
    const encoding = "Content-Transfer-Encoding: quoted-printable"
    const type = "Content-Type: text/plain; charset=utf-8"
    expect(await read([...head, type, encoding, "", ...body])).toEqual({
      kind: "answer",
      from: "samir@example.org",
      name: "Samir Koskela",
      text: "The harbour list\nis töo short.",
      old: [],
      closing: [],
      files: [],
      answers: [],
    })
  })

  test("names the mails that it answers, each once", async () => {
    const answers = [
      "References: <first@example.org>",
      " <second@example.org>",
      "In-Reply-To: <second@example.org> (of Tuesday)",
    ]
    expect(await read([...head, ...answers, "", "Agreed."])).toMatchObject({
      answers: ["<first@example.org>", "<second@example.org>"],
    })
  })

  test("goes before the HTML beside it; a picture of the signature is no file, a document is", async () => {
    const part = (type: string, more: string[], body: string) => [
      "--b",
      `Content-Type: ${type}`,
      ...more,
      "",
      body,
    ]
    const reply = await read([
      ...head,
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      ...part("text/plain", [], "Plain words"),
      ...part("text/html", [], 'Words <img src="cid:logo@x">'),
      ...part("image/png", ["Content-ID: <logo@x>", "Content-Disposition: inline"], "x"),
      ...part("application/pdf", ['Content-Disposition: attachment; filename="list.pdf"'], "x"),
      "--b--",
    ])
    expect(reply).toMatchObject({
      text: expect.stringContaining("Plain words"),
      files: ["list.pdf"],
    })
  })
})

describe("what came with an answer", () => {
  const part = (headers: string[], ...body: string[]) => ["--b", ...headers, "", ...body]
  const mixed = (...parts: string[][]) =>
    read([...head, 'Content-Type: multipart/mixed; boundary="b"', "", ...parts.flat(), "--b--"])
  const plain = "Content-Type: text/plain; charset=utf-8"
  const own = part([plain], "Add the gauges.")
  const old = [
    "From: Ilva Morandini <ilva@example.org>",
    "Subject: =?utf-8?q?Tides_=C3=A0?=",
    " =?utf-8?q?_revoir?=",
    "",
    "The words of somebody else.",
  ]

  test.each([
    ["as a file", ["Content-Disposition: attachment"], "Tides à revoir"],
    ["shown in the mail", ["Content-Disposition: inline"], "Tides à revoir"],
    ["without a word about it", [], "Tides à revoir"],
    ["with a name", ['Content-Disposition: inline; filename="old.eml"'], "old.eml"],
  ])("is a file when it is a mail, %s", async (_, headers, file) => {
    const reply = await mixed(own, part(["Content-Type: message/rfc822", ...headers], ...old))
    expect(reply).toMatchObject({ text: "Add the gauges.", files: [file] })
  })

  test.each([
    ["a disposition", [plain, "Content-Disposition: inline; filename=notes.txt"]],
    [
      "a disposition over two lines",
      [plain, "Content-Disposition:", ' inline; filename="notes.txt"'],
    ],
    ["its type alone", ['Content-Type: text/plain; name="notes.txt"']],
    [
      "the form of other letters",
      [plain, "content-disposition: INLINE; filename*=utf-8''notes.txt"],
    ],
    ["a page", ['Content-Type: text/html; name="notes.txt"', "Content-Disposition: inline"]],
  ])("is a file when it is a text with a name, by %s", async (_, headers) => {
    const reply = await mixed(own, part(headers, "Not said by Samir."))
    expect(reply).toMatchObject({ text: "Add the gauges.", files: ["notes.txt"] })
  })

  test("is what somebody wrote when it is the first text, or one without a name", async () => {
    const first = part([plain, "Content-Disposition: inline; filename=body.txt"], "Add the gauges.")
    const reply = await mixed(first, part([plain], "And the buoys."))
    expect(reply).toMatchObject({ text: "Add the gauges.\n\nAnd the buoys.", files: [] })
  })
})

describe("an answer of HTML alone", () => {
  test("keeps its lists and links, and loses what Gmail quotes", async () => {
    const reply = await html(`<div dir="ltr">Two things:<ul><li>add the <b>gauges</b></li>
      <li>see <a href="https://tides.example.org/">the tables</a></li></ul></div><br>
      <div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, 3 Mar 2026
      Ilva wrote:</div><blockquote class="gmail_quote">Please comment.</blockquote></div>`)
    expect(reply).toMatchObject({
      text: "Two things:\n\n- add the **gauges**\n- see [the tables](https://tides.example.org/)",
    })
  })

  test("loses the head and the body that Outlook puts below, at whatever depth", async () => {
    const reply = await html(`<div class="WordSection1"><p class="MsoNormal">No objection.</p><div>
      <div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> Rapporteur
      &lt;r@example.org&gt;<br><b>Sent:</b> Tuesday, March 3, 2026 14:02<br><b>To:</b> Samir<br>
      <b>Subject:</b> The charter</p></div></div><p class="MsoNormal">The charter is open.</p></div>`)
    expect(reply).toMatchObject({ text: "No objection." })
  })

  test("loses the citation of Apple Mail and Thunderbird", async () => {
    const reply =
      await html(`Agreed.<br><div class="moz-cite-prefix">On 3/3/26 14:02, Ilva wrote:</div>
      <blockquote type="cite" cite="mid:1@example.org"><p>Please comment.</p></blockquote>
      <pre class="moz-signature">-- \nSamir</pre>`)
    expect(reply).toMatchObject({ text: "Agreed." })
  })

  const old = (words: string) => `<blockquote class="gmail_quote">${words}</blockquote>`
  const attr = `<div class="gmail_attr">On Tue, 3 Mar 2026 at 14:02, Ilva &lt;ilva@example.org&gt;
    wrote:</div>`

  test("keeps what stands between quoted passages, with the passages, where Gmail puts all in its quote", async () => {
    const reply = await html(`<div class="gmail_quote">${attr}
      ${old("<p>Is the first list whole?</p>")}<div>Yes.</div>
      ${old("<ul><li>And the second?</li></ul>")}<div>It lacks the <b>gauges</b>.</div>
      ${old("<p>Thank you</p>")}</div>`)
    expect(reply).toMatchObject({
      text: "> Is the first list whole?\n\nYes.\n\n> And the second?\n\nIt lacks the **gauges**.",
    })
  })

  test("keeps what stands below the quote, in whatever it is put", async () => {
    for (const around of ["gmail_extra", "gmail_quote", "protonmail_quote"])
      expect(
        await html(
          `<div class="${around}">${attr}${old("<p>Please comment.</p>")}<p>I do.</p></div>`,
        ),
        around,
      ).toMatchObject({ text: "I do." })
  })

  test("loses an old mail that is marked as one and has no quote in it", async () => {
    for (const mark of [
      'class="yahoo_quoted"',
      'id="yahoo_quoted_1"',
      'class="moz-forward-container"',
    ])
      expect(
        await html(`<p>No objection.</p><div ${mark}><p>Ilva:</p><p>Please comment.</p></div>`),
        mark,
      ).toMatchObject({ text: "No objection." })
  })

  test("keeps words that were typed into what a program took for the signature", async () => {
    const words = "<p>This belongs to the comment and is no signature of anybody.</p>".repeat(40)
    const reply = await html(`<p>First.</p><div class="gmail_signature">${words}</div>`)
    expect(reply).toMatchObject({ text: expect.stringContaining("belongs to the comment") })
  })

  test("is given up when it is nested to break readers, or far too long", async () => {
    expect(await html("<div>".repeat(3_000))).toEqual({ kind: "damaged" })
    expect(await html("<p>word</p>".repeat(100_000))).toEqual({ kind: "damaged" })
  })
})

describe("a mail that nobody wrote", () => {
  test.each([
    ["automatic", "Auto-Submitted: auto-replied"],
    ["automatic", "X-Autoreply: yes"],
    ["automatic", "X-Auto-Reply: 1"],
    ["automatic", "X-Autorespond: Away"],
    ["automatic", "X-Mail-Autoreply: true"],
    ["automatic", "X-AutoReply-From: samir@example.org"],
    ["automatic", "X-Autogenerated: Reply"],
    ["automatic", "X-Autoresponder: yes"],
    ["automatic", "X-Vacation: on"],
    ["automatic", "X-FC-MachineGenerated: true"],
    ["automatic", "X-POST-MessageClass: 9; Autoresponder"],
    ["automatic", "Delivered-To: Autoresponder"],
    ["automatic", "Precedence: auto_reply"],
    ["automatic", "X-Precedence: auto_reply"],
    ["automatic", "Preference: auto_reply"],
    ["list", "List-Id: <harbour.example.org>"],
    ["list", "Precedence: bulk"],
    ["loop", "X-Loop: reply@example.org"],
    ["bounce", "Return-Path: <>"],
  ])("is told as %s by %s", async (kind, header) => {
    expect(await read([header, ...head, "", "I am away."])).toMatchObject({ kind })
  })

  test("is a bounce when its envelope names no sender, or the sender is a mail system", async () => {
    const paths = ["Return-Path: <>", "Return-Path: <samir@example.org>"]
    expect(await read([...paths, ...head, "", "Words"])).toMatchObject({ kind: "bounce" })
    const from = "From: Mail Delivery System <MAILER-DAEMON@example.org>"
    expect(await read([from, ...head.slice(1), "", "Words"])).toMatchObject({ kind: "bounce" })
  })

  test("goes round when a hundred servers passed it on", async () => {
    const hops = Array.from({ length: 101 }, (_, hop) => `Received: from h${hop}.example.org`)
    expect(await read([...hops, ...head, "", "Words"])).toMatchObject({ kind: "loop" })
  })

  test.each([
    "Auto-Submitted: no",
    "X-Autoreply: no",
    "X-FC-MachineGenerated: false",
    "X-Auto-Response-Suppress: OOF",
    "Delivered-To: samir@example.org",
  ])("is somebody's when it does not say that it is automatic: %s", async (header) => {
    const said = await read([header, ...head, "", "Words"])
    expect(said).toMatchObject({ kind: "answer", text: "Words" })
  })

  test("says as a bounce that a mail of ours failed, and why; not while it is only late", async () => {
    const bounce = (action: string) =>
      read([
        "From: MAILER-DAEMON@mx.example.org",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "It could not be delivered.",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example.org",
        "",
        "Final-Recipient: rfc822; gone@example.org",
        `Action: ${action}`,
        "Status: 5.1.1",
        "Diagnostic-Code: smtp; 550 5.1.1 no such mailbox",
        "--b",
        "Content-Type: text/rfc822-headers",
        "",
        "From: rapporteur@example.org",
        "Message-ID: <ours@example.org>",
        "--b--",
      ])
    expect(await bounce("failed")).toEqual({
      kind: "bounce",
      said: "smtp; 550 5.1.1 no such mailbox",
    })
    expect(await bounce("delayed")).toMatchObject({ kind: "bounce", said: "" })
  })
})

test("parts in parts without end are given up", async () => {
  const deep = Array.from({ length: 60 }, (_, n) => [
    `Content-Type: multipart/mixed; boundary="b${n}"`,
    "",
    `--b${n}`,
  ]).flat()
  expect(await read([...head, ...deep, "", "Words"])).toEqual({ kind: "damaged" })
})
