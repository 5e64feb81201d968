const A_FEW = 300

/** "ANY OTHER BUSINESS None.", "Re Fees: none": the title in front of the few words on it is none of them. */
export function withoutTitle(text: string, title: string): string {
  const [lead = ""] = /^(?:re|on|ad|under|as to)?[:\s]{0,2}/i.exec(text) ?? []
  const front = text.slice(lead.length, lead.length + title.length)
  if (title === "" || front.toLowerCase() !== title.toLowerCase()) return text
  return text.slice(lead.length + title.length).replace(/^\s{0,2}[:.–—-]?\s{1,2}/, "")
}

/** "The Chair left Winter moorings for another day": in a few words its name stands for "this item". */
export function byNoName(text: string, title: string): string {
  const at = text.length > A_FEW ? -1 : text.toLowerCase().indexOf(title.toLowerCase())
  if (!title.includes(" ") || at < 0) return text
  return `${text.slice(0, at).replace(/\bthe $/i, "")}this item${text.slice(at + title.length)}`
}
