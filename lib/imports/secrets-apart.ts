import type { Finding } from "@/lib/check/model"
import { findSecrets, isOfficeAddress, masked, secretIn, withoutSecret } from "@/lib/check/secrets"
import { linksIn } from "@/lib/minutes/links"
import { plainText } from "@/lib/minutes/model"
import type { ImportDraft } from "./draft"

/**
 * Findings as they are kept: what should not be public is not written down a second time, where it would
 * stay when it has been taken out of the text. `withSecrets` finds it again as long as it stands there.
 */
export function withoutSecrets(findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => {
    if (finding.rule !== "personal-data") return finding
    const { words: _, ...rest } = finding
    const { href: __, ...values } = finding.values
    return { ...rest, values }
  })
}

/** Kept findings with the words or the address that they speak of, where the draft or its source still has them. */
export function withSecrets(
  findings: readonly Finding[],
  draft: ImportDraft,
  source: string,
): Finding[] {
  if (!findings.some(isBare)) return [...findings]
  const text = textOf(draft)
  const said = findSecrets(text).map(({ from, to, kind }) => ({
    kind,
    there: text.slice(from, to),
  }))
  const links = linksIn(draft.text)
  return findings.map((finding) => {
    if (!isBare(finding)) return finding
    const { values, place, replacement } = finding
    if (replacement === undefined) {
      const href = links.find((link) => isMeant(link, finding))
      return href === undefined ? finding : { ...finding, values: { ...values, href } }
    }
    const read = place.from === null ? "" : source.slice(place.from, place.to ?? 0)
    const there = [
      read.replace(/\s+/g, " "),
      ...said.flatMap((each) => same(each, values.kind)),
    ].find((words) => words !== "" && masked(words) === values.text)
    return there === undefined ? finding : { ...finding, words: { before: "", there } }
  })
}

const isBare = ({ rule, words, values }: Finding) =>
  rule === "personal-data" && words === undefined && values.href === undefined

const same = ({ kind, there }: { kind: string; there: string }, asked: unknown) =>
  kind === asked ? [there] : []

/** A mail address behind other words, or an address with a password that is told by what it becomes. */
function isMeant(href: string, { values, fix, severity }: Finding): boolean {
  const mail = /^mailto:([^?]{1,200})/i.exec(href)?.[1]
  if (values.kind === "mail") {
    // That of an office is only a note: the two may begin alike.
    const isAsGrave = mail !== undefined && isOfficeAddress(mail) === (severity === "note")
    return isAsGrave && masked(mail) === values.text
  }
  return secretIn(href) && withoutSecret(href) === fix
}

/** Every text of a draft that a press can change, each on lines of its own. */
function textOf({ text, nextMeeting, agenda, present, regrets }: ImportDraft): string {
  const titles = agenda.map(({ title }) => title)
  const capacities = [...present, ...regrets].map(({ capacity }) => capacity)
  return [plainText(text), nextMeeting, ...titles, ...capacities].join("\n\n")
}
