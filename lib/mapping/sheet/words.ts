import { catalogues, translatorFor } from "@/lib/platform/i18n"
import { type Locale, routing } from "@/lib/platform/locales"
import {
  type ActivityKind,
  activityKinds,
  type RowStatus,
  rowStatuses,
  type Scope,
  scopes,
} from "../model"
import { listed, otherKinds, otherScopes, otherStatuses, plain } from "../other-words"
import type { FileState, SheetColumn } from "./model"

/** What a column of somebody's table may hold: a column of ours, or a part of one. */
export type ReadColumn = SheetColumn | "mandate" | "paragraph" | "kind" | "years" | "link" | "body"

/** How tables of others head their columns, in English and French, beside what the portal writes. */
const heads: Record<ReadColumn, string> = {
  number: "no, nr, number, row number, id, numero, n, ligne, ref",
  area: "areas, theme, topic, thematic area, roadmap area, key area, domaine, domaines, thematique, axe",
  suggests:
    "suggestion, suggestions, recommendation, recommendations, action, actions, roadmap, what the roadmap suggests, roadmap recommendation, roadmap text, text, recommandation, recommandations, texte, ce que suggere le mandat",
  citation: "reference, references, source, citations, cite, renvoi",
  mandate: "mandate, document, symbol, mandat, cote",
  paragraph: "paragraph, para, paras, paragraphs, paragraphe, par",
  activities:
    "activity, activities, igf activity, igf activities, igf, igf work, what igf does, initiative, initiatives, activite, activites, activites du fgi, travaux du fgi",
  kind: "kind, type, type of activity, kind of activity, activity type, format, track, nature, type d activite",
  years: "year, years, igf year, date of activity, annee, annees",
  link: "link, links, url, web, website, web link, page, lien, liens, site",
  body: "body, bodies, group, led by, carried by, organisation, organization, organisme, organe, porte par",
  synergies:
    "comment, comments, synergy, synergies, comments synergies, comments and synergies, remarks, notes, note, remark, commentaire, commentaires, observations, remarques",
  scope: "in scope, scope decision, included, inclusion, perimetre, dans le perimetre",
  reason: "why, reason, scope reason, justification, motif, raison",
  responsible:
    "responsible member, responsible person, owner, lead, focal point, contact, responsable",
  status: "state, progress, statut, etat, avancement",
  confirmed:
    "confirmed, confirmed on, last confirmed on, last updated, updated, last update, date, checked, confirme, derniere mise a jour, mis a jour",
}

type Messages = (typeof catalogues)["en"]["mapping"]
const called = (pick: (messages: Messages) => string) =>
  Object.values(catalogues).map(({ mapping }) => plain(pick(mapping)))

function table<Key extends string>(
  keys: readonly Key[],
  namesOf: (key: Key) => string[],
): Map<string, Key> {
  const names = new Map<string, Key>()
  for (const key of keys)
    for (const name of [plain(key), ...namesOf(key)]) if (!names.has(name)) names.set(name, key)
  return names
}

const own = (column: ReadColumn, { field, sheets }: Messages): string => {
  if (column === "reason") return sheets.column.reason
  return column in field ? field[column as keyof typeof field] : column
}
const columnOf = table(Object.keys(heads) as ReadColumn[], (column) => [
  ...called((mapping) => own(column, mapping)),
  ...listed(heads[column]),
])
const kindOf = table(activityKinds, (kind) => [
  ...called(({ kind: names }) => names[kind]),
  ...listed(otherKinds[kind]),
])
const scopeOf = table(scopes, (scope) => [
  ...called(({ scope: names }) => names[scope]),
  ...listed(otherScopes[scope]),
])
const statusOf = table(rowStatuses, (status) => [
  ...called(({ status: names }) => names[status]),
  ...listed(otherStatuses[status]),
])

/** What stands behind the head of our numbers: of which change of which mapping a file is, and whether in part. */
export const stateText = ({ mapping, change, part }: FileState, locale: Locale): string =>
  translatorFor(locale)(part ? "mapping.sheets.fileStatePart" : "mapping.sheets.fileState", {
    change: `${change}-${mapping}`,
  })

/** The state that such a head names, in any of our languages; null where it names none. */
export function readState(head: string): FileState | null {
  const said = head.slice(head.lastIndexOf("(") + 1).trimEnd()
  const [, digits, mapping] = /(\d{1,15})-([0-9a-f]{8})/.exec(said) ?? []
  if (digits === undefined || mapping === undefined) return null
  const whole: FileState = { mapping, change: Number(digits) }
  const isSaid = (state: FileState) =>
    routing.locales.some((locale) => `${stateText(state, locale)})` === said)
  return [whole, { ...whole, part: true as const }].find(isSaid) ?? null
}

/** Names of sheets without those that our own spreadsheets have beside the table. */
export function withoutOwn(names: readonly string[]): string[] {
  const own = Object.values(catalogues)
    .map(({ mapping }) => mapping.sheets.document)
    .find(({ about }) => names.includes(about))
  return names.filter((name) => name !== own?.about && name !== own?.annexSheet)
}

/** The column that a head stands for, in any of our languages; null for one that is not known. */
export const readHead = (text: string): ReadColumn | null =>
  columnOf.get(plain(text.replace(/\([^)]*\)\s*$/, ""))) ?? columnOf.get(plain(text)) ?? null
export const readKind = (text: string): ActivityKind | null => kindOf.get(plain(text)) ?? null
export const readScope = (text: string): Scope | null => scopeOf.get(plain(text)) ?? null
export const readStatus = (text: string): RowStatus | null => statusOf.get(plain(text)) ?? null

/** What an activity is by the words with which it begins; `other` where they do not say. */
export function guessKind(title: string): ActivityKind {
  const all = plain(title).split(" ")
  for (let count = Math.min(5, all.length); count > 0; count--) {
    const kind = kindOf.get(all.slice(0, count).join(" "))
    if (kind) return kind
  }
  return "other"
}
