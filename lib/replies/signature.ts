/** What phones and programs put below a mail: how it begins, or begins and ends. */
const sentBy = [
  /^(?:sent (?:from|via|with|using)|get outlook|envoyé (?:de|depuis|avec|à partir)|télécharger outlook|obtenir outlook|enviado (?:desde|con|do|da|de|a partir)|obtener outlook|obter o outlook|gesendet (?:von|mit)|outlook für|inviato da|verzonden (?:vanaf|met)|verstuurd vanaf|wysłan[eoy] (?:z|za)|pobierz|отправлено (?:с|из)|发自|發自|أُرسلت من|تم الإرسال من)/iu,
  /^(?:(?:diese nachricht wurde )?(?:von meinem|vom) .{1,150}gesendet)\.?$/iu,
  /^(?:[从從]我的|나의|\S{0,20}(?:iphone|ipad|android)).{0,150}(?:gönderildi|发送|傳送|送信|보냄)[.。]?$/iu,
]
/** Of which thing they speak: a name of one, which is a word by itself, */
const named =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:iphone|ipad|android|galaxy|samsung|huawei|xiaomi|oppo|pixel|blackberry|outlook|gmail|yahoo|aol|proton|gmx|web\.de|mail (?:for|pour|für|para) (?:windows|mac|ios)|mail app)(?![\p{Script=Latin}\p{Script=Cyrillic}])/iu
/** or some phone: at the end, or somebody's own. Words of a sentence stand elsewhere. */
const somePhone = [
  /(?:^|[ -])(?:mobile|smartphone|phone|téléphone|teléfono|telefone|(?:mobil)?telefon\p{L}{0,6}|телефон\p{L}{0,3}|móvil|celular|handy|tablet|gerät|appareil|dispositivo|устройств\p{L}{0,3})[.!]?$/iu,
  /(?:^|[ '])(?:my|mon|ma|mi|meu|minha|meine[mr]?|mio|mijn|moj\p{L}{1,3}|мо\p{L}{1,3}) (?:mobile|smartphone|phone|téléphone|teléfono|telefone|(?:mobil)?telefon|телефон|móvil|celular|handy|tablet|gerät|appareil|dispositivo|устройств)/iu,
  /我的.{0,20}手[机機]/u,
]
/** The things whose makers have them write that line below every mail, unasked. */
const unasked = /iphone|ipad|galaxy|android/i
const mostUnasked = 5
const mostWords = 12

/** Closing words that stand alone on a line, before a name. */
const closings =
  /^(?:(?:best|kind|warm|warmest|kindest|with (?:best|kind|warm)) (?:regards|wishes)|regards|best|cheers|sincerely|yours (?:sincerely|faithfully|truly)|(?:bien )?cordialement|bien à vous|(?:meilleures |sincères )?salutations(?: distinguées)?|saludos(?: cordiales)?|un saludo|atentamente|mit freundlichen grüßen|freundliche grüße|viele grüße|beste grüße|cordiali saluti|distinti saluti|atenciosamente|(?:com os melhores )?cumprimentos|abraços|met vriendelijke groet(?:en)?|z poważaniem|pozdrawiam|pozdrowienia|saygılarımla|saygılarımızla|с уважением|此致|敬礼|敬上|敬具|よろしくお願い(?:いた|致)します|드림|مع خالص التحية|تحياتي)[,.!،。]?$/iu
/** Words of thanks, which stand in the middle of an answer as well. */
const thanks =
  /^(?:many thanks|thanks(?: (?:a lot|again|in advance))?|thank you|merci(?: d'avance| beaucoup)?|(?:muchas )?gracias|(?:muito )?obrigad[oa]|danke(?: im voraus)?|vielen dank|grazie|bedankt|dziękuję|teşekkürler|teşekkür ederim|спасибо|谢谢|謝謝|ありがとうございます|감사합니다|شكرا)[,.!،。]?$/iu

const mostLines = 10
/** Words beside an address or a number, as in "Telephone (office)". */
const mostBeside = 3
/** The mark of the standard (RFC 3676, 4.3), which programs put there themselves; with its space. */
const mark = "-- "
const mostBelowMark = { lines: 15, signs: 2_000 }

/**
 * The lines of an answer, or of one stretch of it, without the signature at their end. What cannot be told
 * from somebody's words with certainty stays. `author` is their name, and what their address begins with.
 * Where nothing else is left (`alone`), only what a phone writes unasked is none of their words.
 */
export function withoutSignature(
  lines: readonly string[],
  author: string,
  { alone = false } = {},
): string[] {
  return withoutMarked(withoutDevices(withoutFoot(trimmed(lines)), alone), author)
}

/**
 * Without a closing and the name and the few short lines below it, none of which is a sentence. `beyond` are
 * those among them that are not certainly the author's name or how they are reached.
 */
export function withoutClosing(
  given: readonly string[],
  author: string,
): { lines: string[]; beyond: string[] } {
  const lines = trimmed(given)
  for (let at = Math.max(1, lines.length - mostLines); at < lines.length; at++) {
    const line = (lines[at] ?? "").replaceAll("’", "'").slice(0, 60)
    const isThanks = thanks.test(line)
    if (!isThanks && !closings.test(line)) continue
    const below = trimmed(lines.slice(at + 1))
    const first = below[0] ?? ""
    const named = below.length === 0 || isNameOf(first, author) || (!isThanks && isName(first))
    if (!named || !isContact(below)) continue
    const more = isNameOf(first, author) ? below.slice(1) : below
    const beyond = more.filter((each) => each !== "" && !isReachedAt(each))
    return { lines: lines.slice(0, at), beyond }
  }
  return { lines, beyond: [] }
}

function trimmed(lines: readonly string[]): string[] {
  const from = lines.findIndex((line) => line !== "")
  return from < 0 ? [] : lines.slice(from, lines.findLastIndex((line) => line !== "") + 1)
}

/** Without the foot of a mailing list: a line, and below it what says where the list is. */
function withoutFoot(lines: string[]): string[] {
  const at = lines.findLastIndex((line) => /^_{30,}$/.test(line))
  const below = lines.slice(at + 1).filter((line) => line !== "")
  const ofList = below.some((line) =>
    /mailing ?list|listinfo|mailman|liste de diffusion/i.test(line),
  )
  return at >= 0 && below.length <= 6 && ofList ? lines.slice(0, at) : lines
}

function withoutDevices(lines: string[], alone: boolean): string[] {
  // One index, not a copy for each: a stranger may put any number of them there.
  let end = lines.length
  while (end > 0 && (lines[end - 1] === "" || isDevice(lines[end - 1] ?? "", alone))) end--
  return lines.slice(0, end)
}

function isDevice(line: string, alone: boolean): boolean {
  const said = line
    .slice(0, 200)
    .replaceAll("’", "'")
    .replace(/<[^<>]*>/g, "")
  const words = said.split(" ").length
  if (alone && (words > mostUnasked || !unasked.test(said))) return false
  const isThing = named.test(said) || somePhone.some((each) => each.test(said))
  return (
    words <= mostWords && isThing && sentBy.some((each) => each.test(said)) && !tells.test(said)
  )
}
/** Words of a sentence that somebody wrote about something that was sent. */
const tells = /\b(?:is|are|was|were|this|est|sont|ist|sind|es|son|foi|são)\b/i

function withoutMarked(lines: string[], author: string): string[] {
  const at = lines.findLastIndex((line) => line === mark || line === "--" || line === "—")
  if (at < 0) return lines
  const below = lines.slice(at + 1).filter((line) => line !== "")
  const first = below[0] ?? ""
  const isShort =
    below.length <= mostBelowMark.lines && below.join("").length <= mostBelowMark.signs
  const isSomebodys = isName(first) || isNameOf(first, author) || below.some(reaches)
  // Without its space the mark is a line that people draw themselves, unless their name follows.
  const sure =
    lines[at] === mark
      ? isShort && (isSomebodys || below.length === 0)
      : isNameOf(first, author) && isContact(below)
  return sure ? trimmed(lines.slice(0, at)) : lines
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []

/** Whether a line is a name as people sign with it: a few words in capitals, or a few signs that have none. */
function isName(line: string): boolean {
  const names = line.split(" ")
  const isOne = (name: string) => /^\p{Lu}[\p{L}\p{M}'’.,-]*$|^[\p{Lo}\p{M}·]{1,8}$/u.test(name)
  return line.length <= 60 && names.length <= 5 && names.every(isOne)
}

/** Whether it is the name of the author, or a part of it. */
function isNameOf(line: string, author: string): boolean {
  const known = wordsOf(author).filter((word) => word.length > 1)
  const names = line.split(" ").map((each) => ({ each, word: wordsOf(each).join("") }))
  const isKnown = ({ word }: { word: string }) =>
    word.length > 1 &&
    known.some((each) => each === word || (word.length > 2 && each.startsWith(word)))
  return (
    names.length <= 5 &&
    names.some(isKnown) &&
    names.every((name) => isKnown(name) || isName(name.each))
  )
}

/** Whether a line holds an address or the number of a telephone. */
const reaches = (line: string) => /@|https?:|www\.|(?:\d[ ()./-]{0,2}){6}/.test(line)

/** Whether a line says how somebody is reached and little else. */
const isReachedAt = (line: string) =>
  reaches(line) &&
  line.split(" ").filter((each) => !reaches(each) && wordsOf(each).length > 0).length <= mostBeside

/** Whether lines say who somebody is and where they are reached: short ones, then only numbers and addresses. */
function isContact(lines: readonly string[]): boolean {
  const gap = lines.indexOf("")
  return lines.every((line, at) => {
    if (line === "" || (reaches(line) && line.length <= 120)) return true
    if (gap >= 0 && at > gap) return false
    const isSentence = /[.!?]$/.test(line) && line.split(" ").length > 5
    return line.length <= 80 && !isSentence && !/[:：]|^(?:[-*•]|\d{1,3}[.)]|p\.? ?s\b)/i.test(line)
  })
}
