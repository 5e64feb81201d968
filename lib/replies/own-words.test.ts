import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ownWords } from "./own-words"

const words = (text: string, author = "Samir Koskela") => ownWords(text, author).text

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
    Japanese: "2026年3月3日(火) 14:02 Ilva <ilva@example.org>:",
    "Japanese, of a phone": "2026/03/03 14:02、Ilva <ilva@example.org>のメール:",
    Korean: "2026년 3월 3일 (화) 오후 2:02, Ilva <ilva@example.org>님이 작성:",
    "Korean, of a phone": "2026. 3. 3. 오후 2:02, Ilva <ilva@example.org> 작성:",
    "Chinese of Taiwan": "Ilva <ilva@example.org> 於 2026年3月3日 週二 下午2:02寫道：",
    Polish: "wt., 3 mar 2026 o 14:02 Ilva <ilva@example.org> napisał(a):",
    "Polish Thunderbird": "W dniu 3.03.2026 o 14:02, Ilva Morandini pisze:",
    Turkish: "Ilva <ilva@example.org>, 3 Mar 2026 Sal, 14:02 tarihinde şunu yazdı:",
    "German Gmail": "Am Di., 3. März 2026 um 14:02 Uhr schrieb Ilva <ilva@example.org>:",
    "German, name first": "Ilva <ilva@example.org> schrieb am Di., 3. März 2026, 14:02:",
    Gnus: "Ilva Morandini <ilva@example.org> writes:",
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
    expect(words(answer)).toBe("The harbour list is too short.")
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
    expect(words(answer)).toBe("I agree.")
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
      expect(words(mail("No objection.", "", ...head))).toBe("No objection.")
  })
})

describe("the head of an old mail", () => {
  test.each([
    [
      "Chinese",
      "发件人：Ilva <r@example.org>",
      "发送时间：2026年3月3日 14:02",
      "收件人：Samir",
      "主题：章程",
    ],
    ["Chinese, spaced", "发件人: Ilva", "发送时间: 2026年3月3日", "收件人: Samir", "主题: 章程"],
    ["Chinese of Taiwan", "寄件者: Ilva", "已傳送: 2026年3月3日", "收件者: Samir", "主旨: 章程"],
    [
      "Chinese of Taiwan, old",
      "寄件者： Ilva",
      "寄件日期： 2026年3月3日",
      "收件者： Samir",
      "主旨： 章程",
    ],
    [
      "Japanese",
      "差出人: Ilva <r@example.org>",
      "送信日時: 2026年3月3日 14:02",
      "宛先: Samir",
      "件名: 憲章",
    ],
    ["Japanese, wide", "差出人：Ilva", "日時：2026年3月3日", "宛先：Samir", "件名：憲章"],
    ["Korean", "보낸 사람: Ilva", "보낸 날짜: 2026년 3월 3일", "받는 사람: Samir", "제목: 헌장"],
    ["Korean, close", "보낸사람: Ilva", "날짜: 2026년 3월 3일", "받는사람: Samir", "제목: 헌장"],
    ["Polish", "Od: Ilva", "Wysłano: wtorek, 3 marca 2026", "Do: Samir", "Temat: Karta"],
    [
      "Polish, of a Mac",
      "Od: Ilva",
      "Data: wtorek, 3 marca 2026",
      "Do: Samir",
      "DW: Yusuf",
      "Temat: Karta",
    ],
    ["Turkish", "Kimden: Ilva", "Gönderildi: 3 Mart 2026 Salı", "Kime: Samir", "Konu: Tüzük"],
    ["Turkish, of the web", "Gönderen: Ilva", "Tarih: 3 Mart 2026", "Kime: Samir", "Konu: Tüzük"],
    [
      "Portuguese of Brazil",
      "De: Ilva",
      "Enviada em: terça-feira, 3 de março",
      "Para: Samir",
      "Assunto: Carta",
    ],
    ["Portuguese", "De: Ilva", "Enviado: terça-feira, 3 de março", "Para: Samir", "Assunto: Carta"],
    [
      "Spanish",
      "De: Ilva",
      "Enviado el: martes, 3 de marzo",
      "Para: Samir",
      "CC: Yusuf",
      "Asunto: Carta",
    ],
    [
      "Spanish, of a Mac",
      "De: Ilva",
      "Fecha: martes, 3 de marzo de 2026",
      "Para: Samir",
      "Asunto: Carta",
    ],
    ["German", "Von: Ilva", "Datum: Dienstag, 3. März 2026", "An: Samir", "Betreff: Satzung"],
    ["French", "De : Ilva", "Date : mardi 3 mars 2026 à 14:02", "À : Samir", "Objet : Charte"],
    [
      "English, of a Mac",
      "From: Ilva",
      "Date: Tuesday, 3 March 2026",
      "To: Samir",
      "Subject: Charter",
    ],
    [
      "English, with many it went to",
      "From: Ilva",
      "Sent: Tuesday",
      "To: A; B;",
      " C; D",
      "Cc: E",
      "Subject: F",
    ],
    ["Russian", "От: Ilva", "Отправлено: 3 марта 2026 г.", "Кому: Samir", "Тема: Устав"],
    ["Arabic", "من: Ilva", "تم الإرسال: الثلاثاء", "إلى: Samir", "الموضوع: الميثاق"],
  ])("ends one's own words: %s", (_, ...head) => {
    expect(words(mail("No objection.", "", ...head, "", "The charter is open."))).toBe(
      "No objection.",
    )
  })

  test.each([
    "Wiadomość oryginalna",
    "Orijinal Mesaj",
    "元のメッセージ",
    "원본 메시지",
    "原始郵件",
    "Mensagem encaminhada",
    "Weitergeleitete Nachricht",
  ])("is taken for one when it is announced: %s", (divider) => {
    expect(words(mail("No objection.", "", `-----${divider}-----`, "Old words."))).toBe(
      "No objection.",
    )
  })
})

describe("what stands below an old mail that is not marked", () => {
  const head = ["From: Ilva", "Sent: Tuesday", "To: Samir", "Subject: A"]
  test.each([
    ["", head],
    [", with a line between its facts", head.flatMap((line) => [line, ""])],
    [", with many it went to", [...head.slice(0, 2), "To: A; B;", " C; D", "Subject: F"]],
  ])("is all but the facts of heads%s", (_, facts) => {
    const typed = ["Date: 5 May is better", "Pour : nous sommes douze"]
    const answer = mail(
      ...["No objection.", "", ...facts, "", "When do we meet?", ...typed],
      ...["", ...facts, "", "Who comes?", ...typed],
    )
    const { old } = ownWords(answer, "Samir Koskela")
    expect(old.filter((line) => line !== " C; D")).toEqual([
      ...["When do we meet?", ...typed],
      ...["Who comes?", ...typed],
    ])
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
    expect(words(answer)).toBe("I do.\n\nTwice.")
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
    expect(words(answer)).toBe(
      "> Is the first list whole?\n\nYes.\n\n> And the second?\n\nIt lacks the tide gauges.",
    )
  })
})

describe("a signature", () => {
  test.each([
    ["the mark of the standard", ["-- ", "Samir Koskela", "Harbour Office", "+358 5550 100"]],
    ["a phone", ["Sent from my iPhone"]],
    ["a phone in French", ["Envoyé de mon iPhone"]],
    ["a phone and where to get it", ["Sent from Yahoo Mail for iPhone"]],
    ["a phone of another kind", ["Sent from my Galaxy S24"]],
    ["a program of a phone", ["Sent with Proton Mail secure email."]],
    [
      "a mailing list with its address",
      [
        "_______________________________________________",
        "Harbour mailing list -- harbour@example.org",
        "To unsubscribe send an email to harbour-leave@example.org",
      ],
    ],
    [
      "a mailing list of Mailman",
      [
        "_______________________________________________",
        "Harbour",
        "https://lists.example.org/mailman/listinfo/harbour",
      ],
    ],
    ["a program", ["Get Outlook for Android<https://example.org/a>"]],
    ["a mailing list", ["_______________________________________________", "List mailing list"]],
    [
      "a closing with a name",
      ["Kind regards,", "", "Samir Koskela", "Harbour Office, Second Pier"],
    ],
    ["a closing in French", ["Bien cordialement,", "Samir"]],
    ["a closing alone", ["Thanks!"]],
  ])("is cut off: %s", (_, lines) => {
    expect(words(mail("Add the gauges.", "", ...lines))).toBe("Add the gauges.")
  })

  test.each([
    ["the mark of the standard", ["-- ", "Samir Koskela", "Harbour Office"]],
    ["a phone", ["Sent from my iPhone"]],
  ])("is cut off between the words and the quote: %s", (_, lines) => {
    const quote = ["", "On 3 Mar 2026, Ilva wrote:", "", "> Add?", "> -- ", "> Ilva"]
    expect(words(mail("Add them.", "", ...lines, ...quote))).toBe("Add them.")
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
    expect(words(answer)).toBe("Add them.")
  })
})

describe("what stood below a closing and is cut off", () => {
  const below = (lines: readonly string[]) => {
    const { text, closing } = ownWords(mail("Add the gauges.", "", ...lines), "Samir Koskela")
    return { text, closing }
  }

  test.each([
    ["a closing alone", ["Thanks!"]],
    ["the author's name", ["Best,", "Samir"]],
    ["a name with a title", ["Best regards,", "Dr Samir Koskela"]],
    [
      "how they are reached",
      [
        ...["Kind regards,", "Samir Koskela", "", "Tel. +49 40 555 0100"],
        ...["samir@example.org | www.example.org", "M: +49 151 555 0100 (office)"],
      ],
    ],
  ])("is not told where it is %s", (_, lines) => {
    expect(below(lines)).toEqual({ text: "Add the gauges.", closing: [] })
  })

  test.each([
    [
      "words in capitals below another name",
      ["Regards", "Amnesty International", "Delete Annex Two"],
      ["Amnesty International", "Delete Annex Two"],
    ],
    [
      "an office, or anything else below the name",
      ["Kind regards,", "", "Samir Koskela", "Harbour Office, Second Pier"],
      ["Harbour Office, Second Pier"],
    ],
    [
      "a sentence with an address in it",
      ["Thanks,", "Samir", "We also ask for the list on https://tides.example.org/a"],
      ["We also ask for the list on https://tides.example.org/a"],
    ],
    ["words in the place of the name", ["Cheers,", "Delete Annex Two"], ["Delete Annex Two"]],
  ])("is told where it is %s", (_, lines, closing) => {
    expect(below(lines)).toEqual({ text: "Add the gauges.", closing })
  })
})

describe("a signature in further languages", () => {
  test.each([
    ["Polish", ["Z poważaniem", "Samir Koskela"]],
    ["Turkish", ["Saygılarımla,", "Samir Koskela", "Liman Ofisi"]],
    ["Portuguese", ["Com os melhores cumprimentos,", "Samir"]],
    ["Korean", ["감사합니다.", "Samir Koskela"]],
    ["Japanese", ["よろしくお願いいたします。", "Samir Koskela"]],
    [
      "German",
      ["Mit freundlichen Grüßen", "Samir Koskela", "", "Tel. +49 40 555 0100", "samir@example.org"],
    ],
    ["thanks with one's name", ["Thanks,", "Samir"]],
    ["a phone in Polish", ["Wysłane z iPhone'a"]],
    ["a phone in Turkish", ["iPhone’umdan gönderildi"]],
    ["a phone in Japanese", ["iPhoneから送信"]],
    ["a phone in Korean", ["나의 iPhone에서 보냄"]],
    ["a phone in Chinese", ["从我的 iPhone 发送"]],
    ["a phone in German", ["Von meinem iPhone gesendet"]],
    ["a name and a phone", ["Best,", "Samir", "", "Sent from my iPhone"]],
    [
      "a program in German",
      ["Diese Nachricht wurde von meinem Android-Gerät mit GMX Mail gesendet."],
    ],
    ["a program in Portuguese", ["Obter o Outlook para Android<https://example.org/a>"]],
  ])("is cut off: %s", (_, lines) => {
    expect(words(mail("Add the gauges.", "", ...lines))).toBe("Add the gauges.")
  })
})

describe("one's own words", () => {
  const three = [
    [
      "a sentence that says what somebody wrote, without a quote",
      "On page 3 of the draft the secretariat wrote:\n\nThe list is closed.\n\nThat is not what we agreed.",
    ],
    [
      "such a sentence with a day",
      "On 3 March 2026 the secretariat wrote:\n\nThe list is closed.\n\nThat is not so.",
    ],
    [
      "such a sentence after another one",
      "On the list I agree.\nOn page 3 the secretariat wrote:\nThe list is closed.",
    ],
    ["a word that begins as such sentences do", "Only 2 of them wrote:\nNo."],
    ["one in French", "Les 3 délégations ont écrit\nce que Samir a écrit :\nNon."],
    ["one in German", "Am Ende des Entwurfs von Teil 4 schrieb die Gruppe:\nNein."],
    ["a dash between two parts", "On the first list: agreed.\n—\nOn the second list: not agreed."],
    [
      "two dashes between two parts",
      "On the first list: agreed.\n--\nOn the second list: not agreed.\n--\nOn the third: agreed.",
    ],
    ["the mark of the standard between two parts", "The first is agreed.\n-- \nThe second is not."],
    [
      "a line between two parts",
      "On the first list: agreed.\n__________\nOn the second list: not agreed.",
    ],
    [
      "a long line between two parts",
      `The first is agreed.\n${"_".repeat(40)}\nThe second is not.`,
    ],
    [
      "short lines below a word of thanks",
      "Dear all,\nThank you.\nSection 2: agreed\nSection 3: delete",
    ],
    [
      "short lines below a closing",
      "Add the gauges.\nBest regards,\nSection 2: agreed\nSection 3: delete",
    ],
    [
      "what is added below a name",
      "Add the gauges.\n\nBest regards,\nSamir\n\nPS: delete section 3",
    ],
    [
      "a list below a name",
      "My answers, for the record.\nThanks,\nSamir\n1. Agreed\n2. Not agreed",
    ],
    [
      "words below a name",
      "Add the gauges.\nKind regards,\nSamir Koskela\n\nSection 3 goes too far for us",
    ],
    ["one in German that speaks of phones", "Das fehlt.\nVon der mobilen Einheit kam nichts."],
    ["one that speaks of a letter", "Add the gauges.\nSent via mail to all members"],
    [
      "a sentence that speaks of what was sent",
      "Add the gauges.\nSent via the secretariat on Monday.",
    ],
    ["one that speaks of a mail", "Add the gauges.\nSent with this mail is the whole list of them"],
    [
      "a sentence with a year before a quote of one's own",
      "Please see the 2026 draft:\n> The list is closed.".split("\n")[0] ?? "",
    ],
    ["a memo", "From: the harbour office\nTo: all of you\nWe agree."],
    ...[
      "Die Einladung haben wir am Montag per Outlook gesendet.",
      "Die Einladung haben wir per Handy gesendet",
      "请用手机发送。",
      "Sent via mobile networks, the survey reached 300 people.",
      "Sent from the north in opposition to this.",
      "Envoyé depuis la mobilité du port.",
      "Sent via the phone tree of the harbour.",
    ].flatMap((said) => [
      [`as the last line: ${said}`, `Add the gauges.\n${said}`] as const,
      [`alone: ${said}`, said] as const,
    ]),
    ["a line that is all there is, also one that a phone may have put there", "Sent via Gmail"],
    [
      "what somebody wrote below a long line, with addresses in it",
      `Add the gauges.\n${"_".repeat(40)}\nSee also https://tides.example.org/\nand ask ilva@example.org`,
    ],
  ] as const
  test.each(three)("stay: %s", (_, text) => {
    expect(words(text)).toBe(text.replace(/ $/gm, ""))
  })

  test("stay with a year in them, above a quote that somebody made by hand", () => {
    expect(words("Please see the 2026 draft:\n> The list is closed.\nThat is wrong.")).toBe(
      "Please see the 2026 draft:\n\nThat is wrong.",
    )
  })

  test("end at the last mark of a signature, not at the first", () => {
    const text = mail("The first: agreed.", "-- ", "The second: not.", "-- ", "Samir Koskela")
    expect(words(text)).toBe("The first: agreed.\n--\nThe second: not.")
  })

  test("stay below a mark when they are too many for a signature", () => {
    const lines = Array.from({ length: 30 }, (_, n) => `Row ${n} of the list is agreed.`)
    const text = ["The first part.", "-- ", ...lines].join("\n")
    expect(words(text)).toContain("Row 29 of the list is agreed.")
  })

  test("stand wherever they are in a very long mail", () => {
    const quoted = Array.from({ length: 6_000 }, (_, n) => `> line ${n}`)
    expect(words([...quoted, "", "All of it is agreed."].join("\n"))).toBe("All of it is agreed.")
  })

  test("stay when they only look like those of a program", () => {
    for (const said of [
      "On the second point the committee wrote: nothing.\n\nThat is my question:\n\n1. When?\n2. Who?",
      "Thanks,\nbut the second paragraph of this document is not what we agreed on in March.",
      "From: the first day on\nTo be clear, this is mine.",
      "The list:\n\n- gauges\n- tides\n-- and their tables",
      "Sent from whom? That is what the text does not say.\nIt should.\nIn words.\nClear ones.\nHere.",
    ])
      expect(words(said)).toBe(said)
  })

  test("are none in a mail that holds a quote and a signature alone", () => {
    expect(words(mail("> Please comment.", "", "-- ", "Samir"))).toBe("")
    expect(words("")).toBe("")
  })

  test("are found in whatever comes, each of them a line that was there", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const tidied = text
          .replace(/[\u00a0\u202f]/g, " ")
          .replace(/[\0\u200b\u200e\u200f\ufeff\u2060]/g, "")
        for (const line of words(text).split("\n"))
          expect(tidied).toContain(line.replace(/^> ?/, "").trim())
      }),
    )
  })
})
