import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ownWords } from "./own-words"

const mail = (...lines: string[]) => lines.join("\r\n")

describe("an answer above the mail that it answers", () => {
  const attributions = {
    Gmail: "On Tue, 3 Mar 2026 at 14:02, Rapporteur <rapporteur@example.org> wrote:",
    "Apple Mail": "On 3 Mar 2026, at 14:02, Ilva Morandini <ilva@example.org> wrote:",
    French: "Le mar. 3 mars 2026 à 14:02, Rapporteur <rapporteur@example.org> a écrit :",
    Spanish: "El mar, 3 mar 2026 a las 14:02, Rapporteur (<r@example.org>) escribió:",
    German: "Am 03.03.26 um 14:02 schrieb Ilva Morandini:",
    Portuguese: "Em ter., 3 de mar. de 2026 às 14:02, Ilva <ilva@example.org> escreveu:",
    Russian: "вт, 3 мар. 2026 г. в 14:02, Ильва <ilva@example.org>:",
    Chinese: "在 2026年3月3日，下午2:02，Ilva <ilva@example.org> 写道：",
    Arabic: "في الثلاثاء، 3 مارس 2026 في 14:02 كتب Ilva <ilva@example.org>:",
    Thunderbird: "Den 2026-03-03 kl. 14:02, skrev Ilva Morandini:",
  }
  test.each(Object.entries(attributions))("loses it as %s writes it", (_, attribution) => {
    const answer = mail(
      "The harbour list is too short.",
      "",
      attribution,
      "> Please comment.",
      ">",
      "> Ilva",
    )
    expect(ownWords(answer)).toBe("The harbour list is too short.")
  })

  test("loses an introduction that the program broke over lines", () => {
    const answer = mail(
      "I agree.",
      "",
      "On Tue, 3 Mar 2026 at 14:02, Working Group on Harbour Standards via Rapporteur <",
      "rapporteur@example.org> wrote:",
      "",
      "> The charter is open for comments.",
    )
    expect(ownWords(answer)).toBe("I agree.")
  })

  test("loses an old mail whose lines are not marked", () => {
    for (const head of [
      ["-----Original Message-----", "From: Rapporteur", "The charter is open."],
      ["________________________________", "From: Rapporteur <r@example.org>", "Sent: Tuesday"],
      [
        "From: Rapporteur <r@example.org>",
        "Sent: Tuesday, March 3, 2026",
        "To: Samir",
        "Subject: A",
      ],
      ["De : Rapporteur <r@example.org>", "Envoyé : mardi 3 mars 2026", "À : Samir", "Objet : B"],
      ["*Von:* Rapporteur", "*Gesendet:* Dienstag", "*An:* Samir", "*Betreff:* C"],
      ["On Tue, 3 Mar 2026 at 14:02, Rapporteur wrote:", "The charter is open for comments."],
      ["--- Message d’origine ---", "La charte est ouverte."],
    ])
      expect(ownWords(mail("No objection.", "", ...head))).toBe("No objection.")
  })
})

describe("an answer below or between what it quotes", () => {
  test("stands alone when it is below the whole mail", () => {
    const answer = mail(
      "On 3 Mar 2026, Ilva wrote:",
      "> Please comment.",
      "> Soon.",
      "",
      "I do.",
      "",
      "Twice.",
    )
    expect(ownWords(answer)).toBe("I do.\n\nTwice.")
  })

  test("keeps the passage that each part of it is about", () => {
    const answer = mail(
      "On 3 Mar 2026, Ilva wrote:",
      "> Is the first list whole?",
      "Yes.",
      "",
      ">> older still",
      "> And the second?",
      "",
      "It lacks the tide gauges.",
      "> Thank you",
      "> Ilva",
    )
    expect(ownWords(answer)).toBe(
      "> Is the first list whole?\n\nYes.\n\n> And the second?\n\nIt lacks the tide gauges.",
    )
  })
})

describe("a signature", () => {
  test.each([
    ["the mark of the standard", ["-- ", "Samir Koskela", "Harbour Office", "+358 5550 100"]],
    ["a phone", ["Sent from my iPhone"]],
    ["a phone in French", ["Envoyé de mon iPhone"]],
    ["a program", ["Get Outlook for Android<https://example.org/a>"]],
    ["a mailing list", ["_______________________________________________", "List mailing list"]],
    [
      "a closing with a name",
      ["Kind regards,", "", "Samir Koskela", "Harbour Office, Second Pier"],
    ],
    ["a closing in French", ["Bien cordialement,", "Samir"]],
    ["a closing alone", ["Thanks!"]],
  ])("is cut off: %s", (_, lines) => {
    expect(ownWords(mail("Add the gauges.", "", ...lines))).toBe("Add the gauges.")
  })

  test.each([
    ["the mark of the standard", ["-- ", "Samir Koskela", "Harbour Office"]],
    ["a phone", ["Sent from my iPhone"]],
  ])("is cut off between the words and the quote: %s", (_, lines) => {
    const quote = ["", "On 3 Mar 2026, Ilva wrote:", "", "> Add?", "> -- ", "> Ilva"]
    expect(ownWords(mail("Add them.", "", ...lines, ...quote))).toBe("Add them.")
  })

  test("is cut off above the quote as well", () => {
    const answer = mail(
      "Add them.",
      "",
      "Best,",
      "Samir",
      "",
      "On 3 Mar 2026, Ilva wrote:",
      "> Add?",
    )
    expect(ownWords(answer)).toBe("Add them.")
  })
})

describe("one's own words", () => {
  test("stay when they only look like those of a program", () => {
    for (const words of [
      "On the second point the committee wrote: nothing.\n\nThat is my question:\n\n1. When?\n2. Who?",
      "Thanks,\nbut the second paragraph of this document is not what we agreed on in March.",
      "From: the first day on\nTo be clear, this is mine.",
      "The list:\n\n- gauges\n- tides\n-- and their tables",
      "Sent from whom? That is what the text does not say.\nIt should.\nIn words.\nClear ones.\nHere.",
    ])
      expect(ownWords(words)).toBe(words)
  })

  test("are none in a mail that holds a quote and a signature alone", () => {
    expect(ownWords(mail("> Please comment.", "", "-- ", "Samir"))).toBe("")
    expect(ownWords("")).toBe("")
  })

  test("are found in whatever comes, each of them a line that was there", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const tidied = text
          .replace(/[\u00a0\u202f]/g, " ")
          .replace(/[\0\u200b\u200e\u200f\ufeff\u2060]/g, "")
        for (const line of ownWords(text).split("\n"))
          expect(tidied).toContain(line.replace(/^> ?/, "").trim())
      }),
    )
  })
})
