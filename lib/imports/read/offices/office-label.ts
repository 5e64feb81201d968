import { plainCase } from "@/lib/check/words"
import { readEntry } from "../people/entry"

export type Office = "hosts" | "moderators" | "scribes"

const words = (list: string) => new Set(list.split(" "))

const OFFICES: readonly [Office, ReadonlySet<string>][] = [
  [
    "moderators",
    words(
      "mod mods led conducting conducted directing directed cathaoirleach cadeirydd leading steering steered run running guided guiding presider presiders presidency presidium chairship chairmanship leader leaders dagvoorzitter moderator moderators moderated moderating moderation chair chairs chaired chairing chairman chairmen chairwoman chairperson chairpersons chairlady cochair cochairs comoderator comoderators cofacilitator cofacilitators facilitator facilitators facilitated facilitating facilitation led gavel mc emcee compere chairpeople animee anime dirigee dirige presidee convener conveners convenor convenors cochairing comoderating presiding presided president presidence presidente presidencia animateur animatrice moderateur moderatrice leitung vorsitz vorsitzende vorsitzender sitzungsleitung versammlungsleitung gesprachsleitung moderador moderadora coordinador coordinadora preside presidenta presidencia animation anime coordina modera facilita conduce dirige conduz moderatore moderatrice voorzitter ordforande moteleder",
    ),
  ],
  [
    "hosts",
    words(
      "host hosts hostess hosted hosting cohost cohosts cohosting hote hotesse hotes anfitrion anfitriona anfitriones anfitriao anfitria gastgeber gastgeberin gastgebende convened organiser organisers organised organizer organizers organized",
    ),
  ],
  [
    "scribes",
    words(
      "scribe scribes scribed notetaker notetakers taker takers recorder rapporteur rapporteurs secretary secretaries clerk secretaire protokoll protokollfuhrung protokollfuhrer schriftfuhrung schriftfuhrer secretario secretaria relator relatora redaction notulist taken taking",
    ),
  ],
]
const FILLERS = words(
  "until till after before break lunch circle gathering round talk hangout salon floor discussion discussions turn voice channel on through room technical who remote remotely virtual virtually video audio zoom teams webex jitsi phone telephone hybrid physical duty duties role roles first second third half part mesa reunion sesion sitzung appel call pro tem tempore local kind elected appointed as week month time evening morning afternoon night day sitting rotates rotating session meetings day a acting assembly association board by call club co committee council de for force forum general group honorary in interim lead meeting minute minutes network note notes of officer online our panel person persons par recording reunion rencontre s sous seance session seance society task taskforce team the this today todays wg working workgroup one was were is",
)
const LABEL =
  /^([^:|\t]{2,70}?)\s*(?:::?(?!\/)[-–—]?|=(?=\s)|[-=]>|→|\.{3,}|\||\t|\s{2,40}|\s[–—-](?=\s))\s*(?=\S)/

/** "Chair" or "Note-taker:" with nothing behind it: whose office it is stands below. */
export function isOfficeAlone(text: string): boolean {
  if (text.length > 40 || /[:|\t]./.test(text)) return false
  return officeLabel(`${text.replace(/:$/, "")}: x`) !== null
}

/**
 * The offices that a label such as "Chair:", "Host and moderator:" or "Présidence / Chair:" names, and
 * where the names begin. `several`: the label speaks of more than one person.
 */
export function officeLabel(
  text: string,
): { offices: Office[]; rest: number; several: boolean; said: string } | null {
  const match = LABEL.exec(text.slice(0, 120))
  if (!match?.[1]) return null
  const offices: Office[] = []
  let several = false
  const label = match[1]
    .replace(
      /\((?!presiding\)|chair\))(?:[^()]{0,10}|(?:for )?(?:the )?(?:first|second|last|\w{1,8}) (?:part|half|hour|day|session))\)/gi,
      " ",
    )
    // "Presiding Member": whoever presides, whatever else they are.
    .replace(/\bpresiding (?:member|councillor|commissioner|director|elder|trustee)\b/i, "presider")
    // "SIG Chair": the letters of the group in front of the office.
    .replace(/^\p{Lu}{2,6}\s(?=\p{L}{0,40}\p{Ll})/u, "")
  // "Dyke-reeve (chair)": what else somebody is stands in brackets.
  const [, front = "", bracketed = ""] = /^(.*)\(([^()]{4,16})\)\s*$/.exec(match[1]) ?? []
  // "Ana Lind (chair)": it is said of her, and of nobody behind it.
  const inner = readEntry(front)?.name.includes(" ") ? "" : bracketed
  // "Chair and test director": one of the two is known.
  const sides = label.split("/")
  const joined = sides.length === 1 ? label.split(/\s(?:and|&)\s/) : []
  for (const side of [...sides, inner, ...(joined.length === 2 ? joined : [])]) {
    const said: readonly string[] =
      plainCase(side)
        // "hosted-by", "host for the plant".
        .replace(/-by$/, " by")
        .replace(/(?<=^| )(hosts?|hostess) (?:for|of|at) (?:the|this|our) .{1,40}$/, "$1")
        .replace(/-/g, "")
        .match(/\p{L}+/gu) ?? []
    const own = said.filter((word) => word !== "and" && !FILLERS.has(word))
    const found = own.map((word) => OFFICES.find(([, names]) => names.has(word))?.[0])
    if (found.some((office) => office === undefined)) continue
    // "Notes: Ana Lind" says who took them.
    if (own.length === 0 && /^\s*(?:meeting|call|session|group) leads?\s*$/i.test(side))
      found.push("moderators")
    if (own.length === 0 && /^\s*(?:meeting )?(?:notes|minutes)\s*$/i.test(side))
      found.push("scribes")
    for (const office of found) if (office && !offices.includes(office)) offices.push(office)
    several ||= said.includes("and") || own.some((word) => /(?:s|men)$/.test(word))
  }
  return offices.length > 0 ? { offices, rest: match[0].length, several, said: match[1] } : null
}

/** "Vice-President: Ben Okoro" below "President: Ana Lind" in the report: the officers whom a group elects. */
export const isOfElected = (below = ""): boolean =>
  /^vice[- ](?:president|chair)/i.test(below.slice(0, 20))
