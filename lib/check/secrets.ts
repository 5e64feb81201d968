/** What should not be public, from `from` to `to`; `replacement` are the words that may stay in its place. */
export type Secret = {
  kind: "mail" | "phone" | "password" | "code" | "link"
  from: number
  to: number
  replacement: string
}

const MAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,63}(?![\p{L}\p{N}])/gu
const PHONE = /(?<![\p{L}\p{N}+]|(?:UTC|GMT)\s?)\+[1-9][\d\s().-]{6,22}\d(?!\d)/gu
const LABELLED_PHONE =
  /(?<!\p{L})(?:tel|telephone|phone|mobile|cell|whats ?app|fax|dial(?:[- ]in)?|call)(?: number| no)?\.?\s?[:.]\s?(\(?\d[\d\s().-]{5,20}\d)(?!\d)/giu
const PASSWORD =
  /(?<!\p{L})(?:pass ?codes?|passwords?|pwd|pin(?: code)?|mot de passe|code d['’]accès)\s?(?:[:=]|\s(?:is|est)\s)\s?["“'‘(]?([^\s"”'’),;]{3,40})/giu
const CODE =
  /(?<!\p{L})(?:meeting|webinar|conference|access|host|participant|event|dial[- ]?in)\s(?:id|code|number|key|no\.?)\s?(?:[:=#]|is\b)\s?(\d[\d\s-]{4,16}\d)(?!\d)/giu
const ADDRESS = /https?:\/\/[^\s<>"”]{1,2000}/gi
const SECRET = /[?&](?:pwd|passcode|password|pin|tk)=[^&#\s]{1,500}/i
const OFFICE =
  /^(?:info|contact|office|secretariat|secretary|support|help|hello|press|media|admin|mail|enquiries|inquiries|news|events?|registration|team|chairs?|co-?chairs?|webmaster|privacy|board|list)[\p{N}._-]*$/iu

// A piece of each that most texts do not have, and that is found sooner than the whole.
const MAY_HAVE_PHONE = /[:.]\s?\(?\d[\d\s().-]{5}/
const MAY_HAVE_PASSWORD = /pass|pwd|pin|code/i
const MAY_HAVE_CODE = /[:=#s]\s?\d[\d\s-]{4}/i

/** Mail addresses, telephone numbers, passwords, codes and links with a password, in the order of a text. */
export function findSecrets(text: string): Secret[] {
  const found: Secret[] = []
  const add = (kind: Secret["kind"], from: number, words: string, replacement = "") =>
    found.push({ kind, from, to: from + words.length, replacement })
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const whole = address.replace(/[).,;:!?\]]{1,5}$/, "")
    if (secretIn(whole)) add("link", index, whole, withoutSecret(whole))
  }
  if (text.includes("@")) {
    for (const { 0: mail, index } of text.matchAll(MAIL)) add("mail", index, mail)
  }
  const all = (form: RegExp, may: boolean) => (may ? text.matchAll(form) : [])
  for (const { 0: number, index } of all(PHONE, text.includes("+"))) {
    if (isNumber(number, 8)) add("phone", index, number)
  }
  for (const match of all(LABELLED_PHONE, MAY_HAVE_PHONE.test(text))) {
    const [whole, number = ""] = match
    if (isNumber(number, 7)) add("phone", match.index + whole.length - number.length, number)
  }
  for (const match of all(PASSWORD, MAY_HAVE_PASSWORD.test(text))) {
    const [whole, word = ""] = match
    const value = word.replace(/\.$/, "")
    const from = match.index + whole.length - word.length
    if (isPassword(value, text.slice(from + value.length))) add("password", from, value)
  }
  for (const match of all(CODE, MAY_HAVE_CODE.test(text))) {
    const [whole, code = ""] = match
    if (isNumber(code, 6)) add("code", match.index + whole.length - code.length, code)
  }
  return withoutOverlaps(found)
}

/** Whether an address holds a password. */
export function secretIn(address: string): boolean {
  return SECRET.test(address)
}

/** The address without its password. */
export function withoutSecret(address: string): string {
  return address
    .replace(SECRET, (part) => (part.startsWith("?") ? "?" : ""))
    .replace(/\?(?:&|$)/, (end) => (end === "?&" ? "?" : ""))
}

/** Enough of it to know which one is meant; a finding is kept longer than the text it was found in. */
export function masked(text: string): string {
  return `${text.slice(0, text.length > 6 ? 4 : 2)}…`
}

/** "Secretariat@…" is the address of an office, not of a person. */
export function isOfficeAddress(mail: string): boolean {
  const [local = "", domain = ""] = mail.split("@")
  return OFFICE.test(local) || local.toLowerCase() === domain.split(".")[0]?.toLowerCase()
}

function isNumber(text: string, least: number): boolean {
  const digits = text.replace(/\D/g, "")
  // A day is no number to call.
  return digits.length >= least && digits.length <= 16 && !/(?:19|20)\d\d-\d\d-\d\d/.test(text)
}

/** "Password: to be sent" holds none; a plain word is one only where nothing else follows it. */
function isPassword(value: string, rest: string): boolean {
  if (/\d|[^\p{L}\p{N}'’-]|\p{Ll}\p{Lu}/u.test(value)) return true
  return (
    value.length > 3 &&
    /^\s*(?:[.,;)"”]|$)/.test(rest.slice(0, 3)) &&
    !/^(?:none|required|needed|below|above|sent|attached|same)$/i.test(value)
  )
}

function withoutOverlaps(found: Secret[]): Secret[] {
  const kept: Secret[] = []
  for (const secret of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (secret.from >= (kept.at(-1)?.to ?? 0)) kept.push(secret)
  }
  return kept
}
