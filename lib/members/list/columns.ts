import { foldName, type StakeholderGroup, stakeholderGroups } from "@/lib/people/model"
import { catalogues } from "@/lib/platform/i18n"
import { type MemberRole, roles } from "../model"

/** What a column of a list of members may hold. */
export type Column =
  | "name"
  | "given"
  | "family"
  | "email"
  | "organisation"
  | "capacity"
  | "stakeholderGroup"
  | "role"
  | "since"

/** How lists head their columns, in English and French, beside what the portal itself writes. */
const heads: Record<Column, string> = {
  name: "name, full name, member, participant, nom complet, nom et prenom, prenom et nom, membre",
  given: "first name, given name, given names, forename, prenom, prenoms",
  family: "last name, surname, family name, nom de famille",
  email:
    "email, e mail, mail, email address, e mail address, courriel, adresse courriel, adresse electronique, adresse mail, adresse e mail, adresse email",
  organisation:
    "organization, affiliation, institution, company, employer, appartenance, organisme, entreprise",
  capacity: "title, job title, position, function, titre, fonction, poste",
  stakeholderGroup:
    "stakeholder, stakeholders, constituency, partie prenante, parties prenantes, groupe d interet",
  role: "role in the group, role dans le groupe",
  since: "member since, joined, join date, date joined, membre depuis, date d adhesion",
}

const otherRoles: Record<MemberRole, string> = {
  member: "membre",
  "co-chair": "cochair, chair, co president, copresident, copresidente, president, presidente",
}

const otherStakeholders: Partial<Record<StakeholderGroup, string>> = {
  government: "governments, gouvernements",
  "private-sector": "business",
  "technical-community": "technical",
  intergovernmental:
    "igo, intergovernmental organization, intergovernmental organizations, intergovernmental organisations, organisations intergouvernementales",
  media: "press, media press",
}

/** Words as they are compared: folded, everything but letters and digits a space. */
const plain = (text: string) =>
  foldName(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

const words = (text: string | undefined) => (text ?? "").split(",").map(plain).filter(Boolean)

/** What every catalogue calls something, folded. */
function named(pick: (messages: (typeof catalogues)["en"]) => string): string[] {
  return Object.values(catalogues).map((messages) => plain(pick(messages)))
}

function table<Key extends string>(entries: [Key, string[]][]): Map<string, Key> {
  return new Map(entries.flatMap(([key, texts]) => texts.map((text) => [text, key] as const)))
}

const columnOf = table<Column>([
  ["name", [...words(heads.name), ...named((m) => m.members.column.name)]],
  ["given", words(heads.given)],
  ["family", words(heads.family)],
  ["email", [...words(heads.email), ...named((m) => m.members.column.email)]],
  ["organisation", [...words(heads.organisation), ...named((m) => m.members.column.organisation)]],
  ["capacity", [...words(heads.capacity), ...named((m) => m.members.column.capacity)]],
  [
    "stakeholderGroup",
    [...words(heads.stakeholderGroup), ...named((m) => m.people.stakeholderGroup)],
  ],
  ["role", [...words(heads.role), ...named((m) => m.members.column.role)]],
  ["since", [...words(heads.since), ...named((m) => m.members.column.since)]],
])

const roleOf = table<MemberRole>(
  roles.map((role) => [
    role,
    [plain(role), ...words(otherRoles[role]), ...named((m) => m.members.role[role])],
  ]),
)

const stakeholderOf = table<StakeholderGroup>(
  stakeholderGroups.map((group) => [
    group,
    [
      plain(group),
      ...words(otherStakeholders[group]),
      ...named((m) => m.people.stakeholders[group]),
    ],
  ]),
)

/** Which column each head stands for; null for one that is not known. "Nom" beside "Prénom" is the family name. */
export function readHeads(cells: readonly string[]): (Column | null)[] {
  const columns = cells.map((cell) => columnOf.get(plain(cell)) ?? null)
  if (columns.includes("given") && !columns.includes("family"))
    return columns.map((column) => (column === "name" ? "family" : column))
  return columns
}

/** The role that a cell names; null when it names none that is known. */
export const readRole = (cell: string): MemberRole | null => roleOf.get(plain(cell)) ?? null

/** The stakeholder group that a cell names; null when it names none that is known. */
export const readStakeholder = (cell: string): StakeholderGroup | null =>
  stakeholderOf.get(plain(cell)) ?? null
