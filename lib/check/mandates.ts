/**
 * A document of the field that paragraphs are cited from. `id` names its title in the catalogue
 * (`mandates.<id>`); `paragraphs` is how many it numbers, null where that is not known.
 */
type Mandate = { id: string; named: RegExp; paragraphs: number | null }

export const MANDATES = [
  {
    id: "roadmap",
    named: /\bA\/74\/821\b|\broad ?map\b(?! (?:of|to)\b)/iu,
    paragraphs: 95,
  },
  {
    id: "agenda",
    named: /\bA\/75\/982\b|\b(?:our )?common agenda\b|\bOCA\b/iu,
    paragraphs: 134,
  },
  { id: "compact", named: /\bglobal digital compact\b|\bGDC\b/iu, paragraphs: 74 },
  { id: "pact", named: /\bpact for the future\b|\bA\/RES\/79\/1\b/iu, paragraphs: null },
  { id: "tunis", named: /\btunis agenda\b/iu, paragraphs: 122 },
  { id: "commitment", named: /\btunis commitment\b/iu, paragraphs: 40 },
  {
    id: "geneva",
    named: /\bgeneva declaration\b|\bdeclaration of principles\b/iu,
    paragraphs: 67,
  },
  { id: "plan", named: /\b(?:geneva )?plan of action\b/iu, paragraphs: 29 },
  {
    id: "review",
    named: /\b(?:A\/RES\/)?70\/125\b|\bWSIS\+10 (?:outcome|review|resolution)/iu,
    paragraphs: 71,
  },
  { id: "goals", named: /\b(?:A\/RES\/)?70\/1\b|\b2030 agenda\b/iu, paragraphs: 91 },
  { id: "wsis20", named: /\bWSIS\+ ?20 (?:outcome|resolution)|\bzero draft\b/iu, paragraphs: null },
] as const satisfies readonly Mandate[]
