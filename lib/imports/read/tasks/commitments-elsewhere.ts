import { anyOf, words } from "../text/stems"

/** A verb in the future of Spanish, Portuguese, Italian or French; not "is", "has" or "can". */
const IDLE =
  "(?:ser|estar|habr|tendr|podr|deber|ir|haver|ter|sar|avr|potr|dovr|ser|aur|pourr|devr|fer[oa]nt\\s(?:l['’]objet)|deviendr|rester|quedar|permanec)"
const FUTURE = `(?:se |s['’]|lo |la |les |le |l['’])?(?!${IDLE}[áãàéa])\\p{L}{2,16}(?:[aeiíou]rán?|drán?|[aei]rão|[aei]rá|[aeiu]rà|[aeiu]?ranno|[eid]ra|[eid]ront)(?!\\p{L})`
const TAKES = [
  // Spanish and Portuguese
  "se (?:compromet(?:en?|ió|ieron|eu|eram)|ofrec(?:en?|ió|ieron)|encargó|encarga(?:rá|n|rán)?|ocupará[n]?|hace[n]? cargo)(?= (?:a|de|del|para)\\s)",
  "(?:queda|quedan|está|están|es|son|fue|fueron) (?:encargad[oa]s?|responsables?|comisionad[oa]s?) (?:de|del|para)",
  "(?:qued(?:a|ó|an|aron)) (?:en|de) \\p{L}+[aei]r|(?:ficou|ficaram) de \\p{L}+r(?!\\p{L})|(?:ficou|ficaram|fica|ficam) (?:responsáve(?:l|is)|encarregad[oa]s?) (?:de|por|pela|pelo)",
  "(?:asume|asumen|asumió|tomará|tomarán) (?:la tarea|el compromiso|el encargo)",
  // French
  "(?:se charge(?:ra|nt|ront)?|s['’](?:est |étai[ent]+ )?engagé?e?s?(?:nt)?|s['’]est (?:chargé|proposé)e?s?|s['’]occupe(?:ra|nt|ront)?|accepte(?:nt)?|a (?:accepté|promis|proposé)|ont (?:accepté|promis)) (?:de|d['’]|du|à|pour)",
  "(?:est|sont|a été|ont été|sera|seront) (?:chargée?s?|priée?s?|mandatée?s?|invitée?s?|désignée?s? pour) (?:de |d['’]|pour |à )",
  "(?:prend|prennent) en charge",
  "(?:doit|doivent) (?:\\p{L}+er|\\p{L}+re|\\p{L}+ir)",
  // German
  "(?:übernimmt|übernehmen|kümmert sich um|kümmern sich um) ",
  "(?:wird|werden|soll|sollen)\\s[^.;:]{3,160}?(?:en|ern|eln)(?=[.;]|$)",
  "(?:wird|wurde|werden|wurden|ist|sind) (?:gebeten|beauftragt)|(?:hat|haben) (?:zugesagt|versprochen|es übernommen)|(?:sagt|sagte|sagten) zu",
  "(?:hat|haben) sich bereit erklärt|erklärt sich bereit|erklären sich bereit",
  // Italian
  "(?:si impegna|si impegnano|si occupa|si occupano|si incarica|è incaricat[oa]|sono incaricat[ie]) (?:a|ad|di|del|della)",
]
const ASIDE = "(?:\\s?\\([^()]{1,60}\\))?(?:,[^,.;]{2,60},)?"
const PROMISES = new RegExp(`^${ASIDE}\\s(?:${FUTURE}|${TAKES.join("|")})`, "u")
/** "Ben verschickt die Liste bis 1. April", "Ben envoie la liste pour le 1er avril": the present, and by when. */
const DATED =
  /^(?:\s?\([^()]{1,60}\))?\s\p{Ll}{2,16}(?:t|en|e|ent|a|an)(?!\p{L})[^.;:]{0,140}?\s(?:bis (?:zum |zur |spätestens |ende |mitte |anfang |\d)|d['’]ici\s|au plus tard|avant (?:le|la|fin)\s|pour le \d|antes del?\s|a más tardar|hasta el \d|até \d|entro il\s)/iu
/** "Se encarga a Ana la carta", "Ana est chargée": what stands in front of whom it is given to. */
const GIVEN_TO =
  /(?<!\p{L})(?:se (?:encarga|encargó|encomienda|encomendó|pide|pidió|solicita|solicitó|asigna|asignó|delega|delegó|mandata)|encarga(?:r|ndo)?|demande(?:nt)? à|charge(?:nt)?|mandate(?:nt)?|prie(?:nt)?|si chiede|bittet|beauftragt|solicita-se|pede-se)\s(?:a\s|ao\s|à\s)?(?:la |el |al |l['’]|le )?(?:(?:señora?|sra?|srta|dña|don|d|doctora?|dra?|m|mme|mlle|herrn?|frau|secretari[oa])\.?\s)?$/iu

/** "Le secrétariat", "Der Vorstand", "O tesoureiro": those who have an office, in other tongues. */
const OFFICE =
  "(?:secr[ée]tariat|secrétaire|bureau|présidente?|présidence|trésori(?:er|ère)|rapporteure?|comité|groupe de (?:travail|rédaction)|secretar[ií](?:ad)?[oa]?|president[ea]|tesorer[oa]|tesoureir[oa]|directiva|comisión|comissão|grupo de (?:trabajo|trabalho)|comité|relator[ae]?|sekretariat|vorstand|vorsitzende[rn]?|geschäftsstelle|geschäftsführung|arbeitsgruppe|ausschuss|schriftführer(?:in)?|kassier(?:er)?(?:in)?|segreteria|segretari[oa]|presidente|comitato|gruppo di lavoro)"
const OFFICE_FIRST = new RegExp(
  `^(?:le |la |l['’]|el |los |las |der |die |das |o |a |il |lo )(${OFFICE})(?=\\s)`,
  "iu",
)
/** "Se encarga al secretario", "Encarregou-se o secretariado de", "Der Vorstand wird beauftragt". */
const GIVEN_TO_OFFICE = new RegExp(
  `(?:^|\\s)(?:se (?:encarga|encargó|encomienda|encomendó|pide|pidió|solicita|solicitó|asigna)|(?:encarrega|encarregou|solicita|solicitou|pede|pediu|incumbe|incumbiu)-se|si (?:chiede|incarica)|charge|prie|mandate|demande à|bittet|beauftragt)\\s(?:a\\s|à\\s|ao\\s|al\\s|el\\s|o\\s|la\\s|le\\s|l['’]|il\\s|den\\s|die\\s|das\\s){0,2}(${OFFICE})\\s(?:a|à|de|d['’]|di|para|que|pour|mit|,)`,
  "iu",
)

const mayGive = anyOf(
  words(
    "se enc|se pid|se sol|se asig|-se |si chi|si inc|charge |prie |mandate |demande |bittet |beauftragt ",
  ),
)

/** The office that takes something on or is given it, in another tongue than English. */
export function officeElsewhere(sentence: string): string | null {
  const [front, office] = OFFICE_FIRST.exec(sentence.slice(0, 60)) ?? []
  if (front && office && promisesElsewhere(sentence.slice(front.length))) return office
  return mayGive(sentence) ? (GIVEN_TO_OFFICE.exec(sentence)?.[1] ?? null) : null
}

/** Whether what stands behind somebody's name is a promise in another tongue than English. */
export function promisesElsewhere(behind: string): boolean {
  return PROMISES.test(behind) || DATED.test(behind)
}

/** "Se acordó que Ana", "Il est convenu que Ben": and then what they do, not what they are. */
const AGREED_THAT =
  /(?<!\p{L})(?:(?:se )?(?:acordó|acuerda|decidió|decide|resolvió|convino)|(?:acordou|decidiu)-se|il (?:est|a été) (?:convenu|décidé)|si decide|es wird beschlossen,?)\s(?:que|qu['’]|che|dass)\s?$/iu
const IS_SO = /^\s(?:se[aja]{1,3}|es|será|soit|est|sia|teng[ao]|tenha|quede)(?!\p{L})/u

/** Whether a name between `before` and `behind` is that of somebody who is to do what was agreed. */
export function isAgreedOf(before: string, behind: string): boolean {
  return AGREED_THAT.test(before) && /^\s\p{Ll}{3,}/u.test(behind) && !IS_SO.test(behind)
}

/** Whether what stands in front of somebody's name lays something on them. */
export function isGivenTo(before: string): boolean {
  return GIVEN_TO.test(before)
}
