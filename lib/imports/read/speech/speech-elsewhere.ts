const set = (...lines: string[]): ReadonlySet<string> => new Set(lines.flatMap((l) => l.split(" ")))

/** The present and the past of French, Spanish, Portuguese, German, Italian, Dutch and Scandinavian reports. */
const VERBS = set(
  "accepte accueille affirme aimerait ajoute alerte annonce approuve assure avertit commente complète conclut confirme conteste craint demande dénonce déplore déclare détaille dit doute espère évoque explique expose félicite indique informe inquiète insiste interroge intervient lit mentionne nuance objecte oppose ouvre partage pense plaide précise préfère présente prévient rappelle rapporte réagit reconnaît recommande redoute regrette relève relit remarque remercie répond réplique résume revient salue signale souhaite souligne soulève soutient suggère trouve étonne",
  "abre aclara acota advierte afirma agradece añade anuncia apunta avisa comenta considera consulta contesta cree cuenta defiende destaca detalla dice discrepa expone explica expresa felicita indica informa insiste interviene lamenta lee manifiesta matiza menciona muestra objeta opina pide plantea pregunta presenta propone recalca reconoce recuerda responde ruega señala solicita sostiene subraya sugiere apresenta avalia comunica diz entende explica lembra pergunta propõe relata sugere",
  "abrió aclaró aceptó aseguró celebró cuestionó ofreció acotó advirtió afirmó apoyó confirmó agradeció añadió anunció apuntó avisó comentó consideró consultó contestó contó defendió destacó detalló dijo explicó expresó expuso felicitó indicó informó insistió intervino lamentó leyó manifestó matizó mencionó mostró objetó observó opinó pidió planteó preguntó presentó propuso recalcó reconoció recordó reportó resaltó respondió rogó señaló solicitó sostuvo subrayó sugirió abriu acrescentou agradeceu alertou apresentou comentou comunicou defendeu destacou disse explicou expôs indicou informou lamentou lembrou manifestou observou pediu perguntou propôs questionou relatou respondeu ressaltou solicitou sublinhou sugeriu esclareceu afirmou apoiou aceitou confirmou concordou discordou considerou contou disponibilizou garantiu opinou replicou retorquiu salientou admitiu reforçou agradece esclarece salienta concorda discorda",
  "antwortet antwortete bat bedankt bedauert bedauerte befürchtet befürchtete begrüßt begrüßte bejaht bemerkt bemerkte berichtet berichtete bestätigt bestätigte betont betonte bezweifelt bezweifelte bittet dankt dankte empfahl empfiehlt entgegnet entgegnete ergänzt ergänzte erinnert erinnerte erklärt erklärte erkundigt erkundigte erläutert erläuterte eröffnet eröffnete erwidert erwiderte findet fordert forderte fragt fragte führte gibt hält hielt informiert informierte kritisiert kritisierte lobt lobte macht meint meinte meldet meldete merkt merkte moniert nennt plädiert plädierte regt regte sagt sagte schildert schilderte schlägt schlug sieht spricht sprach stellt stellte teilt teilte trägt trug unterstützt unterstützte verliest verneint verweist verwies warnt warnte weist wies wendet wollte wünscht wünschte zeigt zeigte zitiert zweifelt zweifelte",
  "apre chiede chiese chiude commenta comunica conferma confermò dichiara disse domanda espone fa illustra illustrò informa informò osserva precisa presenta presentò propone propose ricorda riferisce riferì ringrazia risponde rispose segnala sottolinea suggerisce",
  "antwoordt antwoordde bedankte benadrukt benadrukte bevestigt licht merkt legt legde vroeg vraagt meldde opperde zegt zei stelde vertelt vertelde waarschuwt vindt vond",
  "berättade föreslog frågade förklarade informerade menade påpekade rapporterade redogjorde sade svarade tackade undrade foreslo fortalte informerte mente orienterte redegjorde rapporterte spurte svarte takket",
)
/** French words that are English too: they count where no English object follows. */
const SHARED = set("invite note observe propose estime juge")
const ENGLISH = set(
  "updates update link links list lists the to an on for with and of in that down a",
)
const PHRASES =
  /^(?:donne (?:lecture|la parole)|rend compte|met en garde|prend la parole|attire l['’]attention|fait (?:part|corriger|remarquer|valoir|état|observer|savoir|le point|un point)|da (?:cuenta|lectura)|hace (?:notar|ver|uso)|toma la palabra|tomó la palabra|hizo (?:notar|ver)|chama a atenção|chamou a atenção|fez (?:notar|saber)|prende la parola|ha la parola|nahm Stellung|ergreift das Wort|ergriff das Wort|ging auf)(?!\p{L})/u
/** "A présenté", "ha informado", "hat berichtet": what stands behind "has". */
const PARTICIPLES = set(
  "accueilli ajouté alerté annoncé clos complété confirmé contesté demandé déclaré déploré dit estimé étonné étonnée évoqué expliqué exposé exprimé fait indiqué informé inquiété inquiétée insisté interrogé interrogée nuancé objecté opposé opposée ouvert plaidé pris précisé présenté proposé rappelé rapporté regretté relevé remarqué remercié rendu répondu résumé signalé souhaité souligné soulevé soutenu suggéré",
  "aclarado añadido apuntado comentado dicho expuesto explicado expresado indicado informado insistido manifestado mencionado objetado opinado pedido planteado preguntado presentado propuesto recordado respondido señalado solicitado subrayado sugerido",
  "chiesto comunicato confermato dichiarato detto esposto illustrato informato osservato precisato presentato proposto ricordato riferito risposto segnalato sottolineato",
)
const HAS = set("a ont est sont ha han")
/** In German the participle ends the clause: "hat über die Lampen berichtet". */
const GERMAN_PERFECT =
  /^(?:hat|haben) (?:[^.;:]{1,120}? )?(?:angemerkt|angeregt|beantragt|bedauert|befürchtet|berichtet|betont|bezweifelt|darauf hingewiesen|empfohlen|erinnert|erklärt|erläutert|gebeten|gefordert|gefragt|gemeldet|gesagt|geschildert|gewarnt|informiert|kritisiert|mitgeteilt|nachgefragt|vorgeschlagen|vorgestellt|vorgetragen)(?!\p{L})/u
const ASIDE = /^(?:\s?\([^()]{1,80}\))?(?:,[^,.;:]{2,60},)?\s+/
/** "Lui répond", "s’inquiète", "se sont", "nos informa": small words between a name and its verb. */
const SMALL =
  /^(?:(?:[slnmt]['’]|se |lui |leur |nous |vous |y |en |le |la |les |lo |los |nos |me |si |ci |li |gli |auch |dann |zudem |également |aussi |ensuite |también |luego |además |também |anche |poi |\p{Ll}{2,}ment(?:e)? )){1,2}/u

/** Whether what stands right behind a name says in a language other than English that they spoke. */
export function speaksElsewhere(behind: string): boolean {
  const aside = ASIDE.exec(behind)
  if (!aside) return false
  const all = behind.slice(aside[0].length)
  const own = all.replace(SMALL, "")
  return own === all ? says(all) : says(own) || says(all)
}

function says(text: string): boolean {
  const [first = "", second = "", third = ""] = text.split(/[\s,.;:]+/, 3)
  if (VERBS.has(first) || PHRASES.test(text)) return true
  if (SHARED.has(first)) return !ENGLISH.has(second)
  if (HAS.has(first)) return PARTICIPLES.has(second) || PARTICIPLES.has(third)
  return GERMAN_PERFECT.test(text)
}

/** "Interviene Ana": whether a word that begins a sentence is such a verb. */
export const isSpokenVerb = (word: string) => VERBS.has(word.toLowerCase())

const TITLE = /(?:^|\s)(?:Herrn?|Frau|Mme|M\.|Mlle|Sra?\.?|Srta\.?|don|doña|el|la|le|o|a|señora?)$/u
/** "Anschließend berichtet Frau Lind", "interviene Ana Lind": the verb stands in front where nobody else does. */
export function speaksInFront(before: string): boolean {
  let front = before.trimEnd()
  for (let i = 0; i < 2; i++) front = front.replace(TITLE, "")
  if (/(?:^|\s)tom[aó] la palabra$/i.test(front)) return true
  const words = front.split(/\s+/)
  const verb = words.at(-1) ?? ""
  return words.length <= 9 && isSpokenVerb(verb)
}
