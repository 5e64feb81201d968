/** A header of a mail; the key is in lower case. */
export type Header = { key: string; value: string }

/** Why a mail is nobody's answer. None of these is ever answered, so that no two machines write to each other. */
export type Automatic = "automatic" | "bounce" | "list" | "loop"

/** Servers that a mail may pass; one that passed more goes round. RFC 5321, 6.3, says at least 100. */
const mostHops = 100

/**
 * Whether a machine wrote a mail: an answer in absence, a bounce, a mailing list, or a mail that goes
 * round (RFC 3834, RFC 3464).
 */
export function automaticKind(headers: readonly Header[]): Automatic | null {
  const all = (key: string) => headers.filter((header) => header.key === key)
  const first = (key: string) => all(key)[0]?.value.trim().toLowerCase() ?? ""
  if (all("received").length > mostHops || all("x-loop").length > 0) return "loop"
  if (/^multipart\/report\b/.test(first("content-type"))) return "bounce"
  if (/^(?:mailer-daemon|postmaster)@/.test(addressIn(first("from")))) return "bounce"
  // Ours is the first: what a sender wrote there themselves stands below it.
  if (first("return-path") === "<>") return "bounce"
  const submitted = first("auto-submitted")
  if (submitted !== "" && !/^no\b/.test(submitted)) return "automatic"
  if (headers.some(saysAutomatic)) return "automatic"
  const precedence = first("precedence")
  if (["list-id", "list-post", "list-unsubscribe"].some((key) => all(key).length > 0)) return "list"
  return /^(?:bulk|junk|list)$/.test(precedence) ? "list" : null
}

/** Headers that mail programs put there instead of the standard one, and values of others. */
const flags =
  /^x-(?:mail-)?auto-?(?:reply(?:-from)?|respond(?:er)?|response|generated)$|^x-vacation$|^x-fc-machinegenerated$/
const values = new Map([
  ["precedence", /^auto[-_]reply$/],
  ["x-precedence", /^auto[-_]reply$/],
  ["preference", /^auto[-_]reply$/],
  ["delivered-to", /^autoresponder$/],
  ["x-post-messageclass", /\bautoresponder\b/],
])

function saysAutomatic({ key, value }: Header): boolean {
  const said = value.trim().toLowerCase()
  return flags.test(key) ? !/^(?:no|false|0)$/.test(said) : values.get(key)?.test(said) === true
}

const addressIn = (from: string) => /<([^<>]{1,320})>/.exec(from)?.[1] ?? from
