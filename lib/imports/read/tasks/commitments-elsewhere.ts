/** A verb in the future of Spanish, Portuguese, Italian or French; not "is", "has" or "can". */
const IDLE =
  "(?:ser|estar|habr|tendr|podr|deber|ir|haver|ter|sar|avr|potr|dovr|ser|aur|pourr|devr|fer[oa]nt\\s(?:l['’]objet)|deviendr|rester|quedar|permanec)"
const FUTURE = `(?:se |s['’]|lo |la |les |le |l['’])?(?!${IDLE}[áãàéa])\\p{L}{2,16}(?:[aeiíou]rán?|drán?|[aei]rão|[aei]rá|[aeiu]rà|[aeiu]?ranno|[eid]ra|[eid]ront)(?!\\p{L})`
const TAKES = [
  // Spanish and Portuguese
  "se (?:compromete[n]?|ofrece[n]?|encarga(?:rá|n|rán)?|ocupará[n]?|hace[n]? cargo)(?= (?:a|de|del|para)\\s)",
  "(?:queda|quedan|está|están|es|son|fue|fueron) (?:encargad[oa]s?|responsables?|comisionad[oa]s?) (?:de|del|para)",
  "(?:ficou|ficaram|fica|ficam) (?:responsáve(?:l|is)|encarregad[oa]s?) (?:de|por|pela|pelo)",
  "(?:asume|asumen|asumió|tomará|tomarán) (?:la tarea|el compromiso|el encargo)",
  // French
  "(?:se charge(?:ra|nt|ront)?|s['’]engage(?:nt)?|s['’]occupe(?:ra|nt|ront)?) (?:de|d['’]|du|à)",
  "(?:est|sont|a été|ont été|sera|seront) (?:chargée?s?|priée?s?|mandatée?s?|invitée?s?|désignée?s? pour) (?:de |d['’]|pour |à )",
  "(?:prend|prennent) en charge",
  "(?:doit|doivent) (?:\\p{L}+er|\\p{L}+re|\\p{L}+ir)",
  // German
  "(?:übernimmt|übernehmen|kümmert sich um|kümmern sich um) ",
  "(?:wird|werden|soll|sollen)\\s[^.;:]{3,160}?(?:en|ern|eln)(?=[.;]|$)",
  "(?:wird|wurde|werden|wurden) (?:gebeten|beauftragt)",
  "(?:hat|haben) sich bereit erklärt|erklärt sich bereit|erklären sich bereit",
  // Italian
  "(?:si impegna|si impegnano|si occupa|si occupano|si incarica|è incaricat[oa]|sono incaricat[ie]) (?:a|ad|di|del|della)",
]
const ASIDE = "(?:\\s?\\([^()]{1,60}\\))?(?:,[^,.;]{2,60},)?"
const PROMISES = new RegExp(`^${ASIDE}\\s(?:${FUTURE}|${TAKES.join("|")})`, "u")
/** "Ben verschickt die Liste bis 1. April", "Ben envoie la liste pour le 1er avril": the present, and by when. */
const DATED =
  /^(?:\s?\([^()]{1,60}\))?\s\p{Ll}{2,16}(?:t|en|e|ent|a|an)(?!\p{L})[^.;:]{2,140}?\s(?:bis (?:zum |zur |spätestens |ende |mitte |anfang |\d)|d['’]ici\s|au plus tard|avant (?:le|la|fin)\s|pour le \d|antes del?\s|a más tardar|hasta el \d|até \d|entro il\s)/iu
/** "Se encarga a Ana la carta", "Ana est chargée": what stands in front of whom it is given to. */
const GIVEN_TO =
  /(?<!\p{L})(?:se (?:encarga|encargó|encomienda|encomendó|pide|pidió|solicita|solicitó|asigna|asignó|delega|delegó|mandata)|encarga(?:r|ndo)?|demande(?:nt)? à|charge(?:nt)?|mandate(?:nt)?|prie(?:nt)?|si chiede|bittet|beauftragt|solicita-se|pede-se)\s(?:a\s|ao\s|à\s)?(?:la |el |al |l['’]|le )?(?:(?:señora?|sra?|srta|dña|don|d|doctora?|dra?|m|mme|mlle|herrn?|frau|secretari[oa])\.?\s)?$/iu

/** Whether what stands behind somebody's name is a promise in another tongue than English. */
export function promisesElsewhere(behind: string): boolean {
  return PROMISES.test(behind) || DATED.test(behind)
}

/** Whether what stands in front of somebody's name lays something on them. */
export function isGivenTo(before: string): boolean {
  return GIVEN_TO.test(before)
}
