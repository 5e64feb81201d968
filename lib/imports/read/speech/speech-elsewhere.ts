const ASIDE = "(?:\\s?\\([^()]{1,80}\\))?(?:,[^,.;:]{2,60},)?"
const words = (list: string) => list.split(" ").join("|")

/** "M. Lind répond": the present tense of French reports. */
const FRENCH_PRESENT = new RegExp(
  `^${ASIDE}\\s+(?:s['’]|se )?(?:${words(
    "accepte accueille affirme ajoute alerte annonce approuve assure avertit commente complète conclut confirme conteste craint demande dénonce déplore déclare détaille dit évoque explique expose félicite indique informe inquiète insiste interroge intervient lit mentionne objecte oppose ouvre partage pense plaide précise préfère présente prévient rappelle rapporte réagit reconnaît redoute regrette relève relit remarque remercie répond résume revient salue signale souhaite souligne soulève soutient suggère trouve étonne",
  )}|(?:invite|note|observe|propose|estime|juge)(?!\\s(?:updates?|links?|lists?|the|to|an|on|for|with|and|of|in|that|down)(?!\\p{L}))|aimerait|donne (?:lecture|la parole)|rend compte|fait (?:part|corriger|remarquer|valoir|état|observer|savoir|le point|un point))(?!\\p{L})`,
  "u",
)
/** "Ana Lind a présenté": the perfect of French reports. */
const FRENCH_PERFECT =
  /^(?:\s?\([^()]{1,80}\))?(?:,[^,.;:]{2,60},)?\s+(?:a|ont|s['’]est|se sont)\s+(?:\p{Ll}+ment\s+|aussi\s+|ensuite\s+|également\s+)?(?:accueilli|ajouté|alerté|annoncé|clos|complété|confirmé|contesté|demandé|déclaré|déploré|dit|estimé|étonnée?|évoqué|expliqué|exposé|exprimé|fait|indiqué|informé|inquiétée?|insisté|interrogée?|nuancé|objecté|opposée?|ouvert|plaidé|précisé|présenté|proposé|rappelé|rapporté|regretté|relevé|remarqué|remercié|rendu compte|répondu|résumé|signalé|souhaité|souligné|soulevé|soutenu|suggéré)(?!\p{L})/u
/** "El señor Lind señala": the present tense of Spanish and Portuguese reports. */
const IBERIAN_PRESENT = new RegExp(
  `^${ASIDE}\\s+(?:${words(
    "abre aclara acota advierte afirma agradece añade anuncia apunta avisa comenta considera consulta contesta cree cuenta defiende destaca detalla dice discrepa expone explica expresa felicita indica informa insiste interviene lamenta lee manifiesta matiza menciona muestra objeta opina pide plantea pregunta presenta propone recalca reconoce recuerda responde ruega señala solicita sostiene subraya sugiere apresenta avalia comunica diz entende explica lembra pergunta propõe relata sugere",
  )}|da cuenta|da lectura|hace (?:notar|ver))(?!\\p{L})`,
  "u",
)
/** "Ana Lind informó": the past of Spanish and Portuguese, and both tenses of German and Italian. */
const OTHERS = new RegExp(
  `^${ASIDE}\\s+(?:${words(
    "abrió aclaró aceptó aseguró celebró cuestionó ofreció acotó advirtió afirmó apoyó confirmó agradeció añadió anunció apuntó avisó comentó consideró consultó contestó contó defendió destacó detalló dijo explicó expresó expuso felicitó indicó informó insistió intervino lamentó leyó manifestó matizó mencionó mostró objetó observó opinó pidió planteó preguntó presentó propuso recalcó reconoció recordó reportó resaltó respondió rogó señaló solicitó sostuvo subrayó sugirió abriu acrescentou agradeceu alertou apresentou comentou comunicou destacou disse explicou expôs indicou informou lamentou lembrou observou pediu perguntou propôs relatou respondeu ressaltou solicitou sugeriu",
  )}|${words(
    "antwortet antwortete bat bedankt bedauert befürchtet begrüßt begrüßte bejaht bemerkt bemerkte berichtet berichtete bestätigt bestätigte betont betonte bezweifelt bittet dankt dankte empfiehlt entgegnet ergänzt ergänzte erinnert erinnerte erklärt erklärte erkundigt erläutert erläuterte eröffnet eröffnete erwidert findet fordert fragt fragte führte gibt hält informiert informierte kritisiert lobt macht meint meinte meldet merkt merkte moniert nennt plädiert regt regte sagt sagte schildert schilderte schlägt schlug sieht spricht sprach stellt stellte teilt teilte trägt trug unterstützt verliest verneint verweist verwies warnt warnte weist wies wendet wünscht wünschte zeigt zeigte zitiert",
  )}|${words(
    "apre chiede chiude commenta comunica conferma dichiara domanda espone fa illustra informa osserva precisa presenta propone ricorda riferisce ringrazia risponde segnala sottolinea suggerisce",
  )})(?!\\p{L})`,
  "u",
)

/** Whether what stands right behind a name says in French, German, Spanish, Portuguese or Italian that they spoke. */
export function speaksElsewhere(behind: string): boolean {
  return [FRENCH_PRESENT, FRENCH_PERFECT, IBERIAN_PRESENT, OTHERS].some((each) => each.test(behind))
}
