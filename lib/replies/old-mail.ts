const dividers =
  /^(?:original message|forwarded message|mail original|message d'origine|message original|message initial|message transféré|message transmis|mensaje original|mensaje reenviado|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada|mensagem reencaminhada|oorspronkelijk bericht|doorgestuurd bericht|wiadomość oryginalna|oryginalna wiadomość|przekazana wiadomość|treść przekazanej wiadomości|orijinal mesaj|özgün ileti|iletilmiş mesaj|iletilen ileti|исходное сообщение|пересылаемое сообщение|перенаправленное сообщение|原始邮件|原始郵件|转发邮件|轉寄郵件|元のメッセージ|転送メッセージ|원본 ?메일|원본 ?메시지|전달된 ?메시지|الرسالة الأصلية)$/iu

const from =
  /^(?:from|de|expéditeur|remitente|remetente|von|da|mittente|van|od|nadawca|kimden|gönderen|от|отправитель|发件人|發件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|보낸이|من) ?[:：]/iu

/** When an old mail was sent, to whom, and what it was about: what the lines of its head begin with. */
const facts = {
  when: /^(?:sent|date|envoyé(?: le)?|enviad[oa](?: el| em| a)?|fecha|gesendet(?: am)?|datum|inviato|data|verzonden|wysłan[oey]|gönderi(?:ldi|len|lme|lme tarihi|m tarihi)|tarih|отправлено|дата|发送时间|发送日期|日期|时间|寄件日期|已傳送|傳送時間|送信日時|日時|日付|보낸 ?날짜|보낸 ?시간|날짜|تم الإرسال|تاريخ|التاريخ) ?[:：]/iu,
  whom: /^(?:to|à|pour|para|an|a|aan|do|adresat|kime|alıcı|кому|收件人|收件者|宛先|받는 ?사람|받는이|إلى) ?[:：]/iu,
  copy: /^(?:b?cc|copie(?: à)?|copia|cópia|kopie|kopia|u?dw|bilgi|копия|抄送|副本|참조|نسخة) ?[:：]/iu,
  about:
    /^(?:subject|objet|sujet|asunto|assunto|betreff|oggetto|onderwerp|temat|konu|тема|主题|主題|主旨|件名|제목|الموضوع) ?[:：]/iu,
}
const headLines = 8
const rule = /^_{10,}$/

const plain = (line = "") => line.slice(0, 60).replaceAll("*", "").trim()

/**
 * Where a whole old mail begins that some programs put below an answer without marking its lines; -1
 * where there is none.
 */
export function startOfOldMail(lines: readonly string[]): number {
  return lines.findIndex((line, at) => {
    if (isDivider(line)) return true
    if (rule.test(line)) return isHead(lines, at + 1, 1)
    return isHead(lines, at, 2)
  })
}

/** The old mail without the heads of mails and the lines between them: what somebody may have written there. */
export function bodyOfOldMail(lines: readonly string[]): string[] {
  const end = isDivider(lines[0] ?? "") || rule.test(lines[0] ?? "") ? 1 : 0
  const hasHead = isHead(lines, end, 1)
  const blank = hasHead ? lines.indexOf("", end) : end
  let headEnds = hasHead ? end + headLines : 0
  const body: string[] = []
  for (let at = blank < 0 ? lines.length : blank; at < lines.length; at++) {
    const line = lines[at] ?? ""
    const isLine = isDivider(line) || rule.test(line)
    const isFact = isOfHead(line)
    if (isLine || isHead(lines, at, 2)) headEnds = at + headLines
    else if (line !== "" && !isFact && (lines[at - 1] ?? "") === "") headEnds = 0
    // Somebody writes "Date: 5 May is better" as well: only in a head it is one of its facts.
    if (line !== "" && !isLine && !(isFact && at < headEnds)) body.push(line)
  }
  return body
}

const isOfHead = (line: string) =>
  [from, ...Object.values(facts)].some((fact) => fact.test(plain(line)))

function isDivider(line: string): boolean {
  if (line.length > 80 || !/^\\?[-_ ]{2}/.test(line)) return false
  return dividers.test(
    line
      .replace(/[-_\\]/g, "")
      .replaceAll("’", "'")
      .trim(),
  )
}

/** A sender, and below it when the mail was sent and one more of its facts; after a line, `least` of them. */
function isHead(lines: readonly string[], at: number, least: number): boolean {
  if (!from.test(plain(lines[at]))) return false
  const next = lines.slice(at + 1, at + headLines).filter((line) => line !== "")
  const known = Object.entries(facts).filter(([, fact]) =>
    next.some((line) => fact.test(plain(line))),
  )
  return known.length >= least && (least === 1 || known.some(([kind]) => kind === "when"))
}
