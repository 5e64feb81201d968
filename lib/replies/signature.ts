/** What phones and programs put below a mail. */
const devices =
  /^(?:sent from|sent via|sent with|get outlook for|envoyé (?:de(?:puis)? |avec |à partir )|télécharger outlook|obtenir outlook|enviado (?:desde|con|do|a partir)|von mein|gesendet (?:von|mit)|inviato da|verzonden vanaf|verstuurd vanaf|отправлено (?:с|из)|发自我的|从我的|أُرسلت من)/i

/** Closing words that stand alone on a line, before a name. */
const closings =
  /^(?:(?:best|kind|warm|warmest|kindest|with (?:best|kind|warm)) (?:regards|wishes)|regards|best|cheers|sincerely|yours (?:sincerely|faithfully|truly)|many thanks|thanks(?: (?:a lot|again|in advance))?|thank you|(?:bien )?cordialement|bien à vous|(?:meilleures |sincères )?salutations(?: distinguées)?|merci(?: d'avance)?|saludos(?: cordiales)?|un saludo|atentamente|mit freundlichen grüßen|freundliche grüße|viele grüße|beste grüße|cordiali saluti|distinti saluti|atenciosamente|abraços|met vriendelijke groet(?:en)?|с уважением|此致|敬礼|مع خالص التحية|تحياتي)[,.!،]?$/i

const mostLines = 10

/** Lines of a mail without the signature above the mail that it answers, or at the end. */
export function withoutSignature(lines: readonly string[]): string[] {
  const from = lines.findIndex((line, at) => isMark(line, lines, at))
  if (from < 0) return withoutClosing([...lines])
  // A signature ends where the quote begins; answers below that are somebody's words again.
  const quote = lines.findIndex((line, at) => at > from && line.startsWith(">"))
  return withoutClosing([...lines.slice(0, from), ...(quote < 0 ? [] : lines.slice(quote))])
}

/** "-- " on its own (RFC 3676, 4.3), the foot of a mailing list, or what a phone adds at the very end. */
function isMark(line: string, lines: readonly string[], at: number): boolean {
  if (line === "--" || line === "—" || /^_{10,}$/.test(line)) return true
  if (line.length > 120 || !devices.test(line)) return false
  const below = lines.slice(at + 1)
  const quote = below.findIndex((each) => each.startsWith(">"))
  return below.slice(0, quote < 0 ? undefined : quote).filter((each) => each !== "").length <= 3
}

/** A closing and a few short lines below it, none of which is a sentence. */
function withoutClosing(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => line !== "" && !line.startsWith(">"))
  const earliest = Math.max(1, last - mostLines)
  for (let at = earliest; at <= last; at++) {
    if (!closings.test((lines[at] ?? "").replaceAll("’", "'").slice(0, 60))) continue
    const below = lines.slice(at + 1, last + 1)
    if (below.every(isOfSignature)) return [...lines.slice(0, at), ...lines.slice(last + 1)]
  }
  return lines
}

const isOfSignature = (line: string) =>
  line.length <= 80 && !(/[.!?]$/.test(line) && line.split(" ").length > 5) && !line.startsWith(">")
