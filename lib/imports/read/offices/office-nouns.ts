/** What whoever leads or hosts a meeting is called in a sentence, as pieces of expressions without capitals. */

const OWN =
  "(?:(?:acting|interim|temporary|meeting|session|call|video|zoom|discussion|deputy|joint|kind|generous|gracious|rotating|stand-in|appointed|elected|able) ){0,2}"
export const CHAIR = `${OWN}(?:co-?)?(?:chair(?:s|m[ae]n|wom[ae]n|lad(?:y|ies)|persons?|people)?|moderators?|facilitators?|president|presiding officer|conven[oe]rs?)`
export const HOST = `${OWN}(?:co-?)?host(?:s|ess|esses)?`

const TIME =
  "(?:meeting|call|session|discussion|assembly|sitting|occasion|day|evening|afternoon|morning|night|week|month)"
/** "Of the meeting", "for the afternoon", "today": the office is held at this meeting. */
const HERE = `(?: (?:(?:of|for|at) (?:the|this|our|today['’]s) (?:[a-z]{3,12} ){0,2}${TIME}|for (?:now|today|once)|today|tonight|this ${TIME}))?`
/** "Chair of the Pilots' Guild", "moderator for the mailing list": another office. */
const NO_OTHER = "(?! (?:of|for|to|at(?! short notice| the last minute)|emerit|elect)\\b)"

/** The office of this meeting: a noun, with what may say that it is one of this meeting. */
export const held = (noun: string, where = "") => `${noun}\\b${HERE}${where}${NO_OTHER}`
