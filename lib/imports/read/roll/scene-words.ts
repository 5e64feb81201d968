/** Words that say, of those named beside them, that they were there. */
export const THERE =
  /\b(?:(?:also |those |members |people )?present|in attendance|attended|attending|took part|taking part|participated|(?:a)?round the (?:table|hall)|consisted of|comprised|(?:was|were) represented by|were joined by|joined (?:us|by|from|in|the)|listened in|dialled in|dialed in|called in|followed the \p{L}+|joined as|as (?:an? )?observers?|we had|(?:was|were|sat) (?:there|on (?:the (?:call|line|phone)|for)|in the (?:room|chair)|at the table)|sat|came from|had come|(?:wrote|took|kept) (?:the |this |these )?(?:minutes|notes|record)|who also wrote this)\b/iu
/** Those that say it outright. */
export const ALONE =
  /\b(?:present|attendance|attended|took part|taking part|participated|(?:a)?round the table|consisted of|comprised|represented by|joined by|listened in|dialled in|sat|we had)\b/iu
/** Words that say of those named beside them that they were not there. */
export const AWAY =
  /\b(?:apologi[sz]ed|apolog(?:y|ies)|regrets?|excused|absent|absence|not (?:with us|there|present|able)|unable|could (?:not|n[o’']t)|couldn[’']t|cannot (?:come|attend)|neither of (?:them|whom) could|sorry to miss|missing (?:were|was)|away (?:were|was)|kept away|sent word|on (?:\p{L}{1,12} )?leave|stuck (?:on|in|at)|had written to say|(?:prevented|detained))\b/iu
const MAY_BE_UNEXCUSED =
  /absen|away|present|attend|unexc|^no |heard|word|^sin |^sans|excused|show|ausent/i
const UNEXCUSED =
  /\b(?:absent|absence|absentees?|away|not present|did not attend)\b(?:.{0,20}\b(?:without|with no)|,(?: and)? no) (?:(?:an?|any|prior|previous|due|having (?:sent|given)) ){0,2}(?:apolog(?:y|ies)|excuses?|notice|leave|permission|explanation|reason|cause|word|regrets?)\b|\bunexcused\b|^no apolog(?:y|ies)\b|\b(?:not heard from|(?:nothing|no word)(?:(?: was| has been) (?:heard|received))?(?: heard| received)? (?:from|of)|no word received)\b|^sin (?:aviso|excusa)\b|^sans (?:excuse|nouvelles)\b|^not excused\b|\bno-?shows?\b|\babsente?s? (?:non excusée?s?|sans excuse)(?!\p{L})|\bausentes? sin (?:excusa|aviso|justificar|justificación)\b/iu
/** Whether it says of those beside it that they were away and had not said so: they stand in neither list. */
export const isUnexcused = (text: string): boolean =>
  MAY_BE_UNEXCUSED.test(text) && UNEXCUSED.test(text)
/** "Ana Lind may be late": whoever said so meant to come. */
export const COMES_LATE =
  /\b(?:be|arrive|join|come|running|was|were|arrived|joined|came) (?:\p{Ll}+ )?(?:late|later)\b/iu
/** Who came late or left early was there. */
export const LATE =
  /^apolog(?:y|ies) for (?:lateness|late arrival|being late|leaving early|early departure)\b/i
