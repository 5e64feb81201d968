/** Words that begin or belong to the name of an organisation, never to a person's. */
const ORGANISATION =
  "academy agency agenda alliance annex assembly association authority bank board bureau center centre chamber chapter charter civil coalition college commission committee communications community company compact conference consultation consultations convention corporation council country cyberspace delegation department development digital directorate division economic embassy energy engagement envoy expert federal federation forum forums foundation general global governance government group hub human ict iga igf iginitiative independent industry information initiative institute institution international internet laboratory lab league mag mission ministry ministerial mobile multistakeholder national nations network nri office online open organisation organization panel parliament parliamentary permanent platform policy president programme program project regional registry report republic research resource review rights roadmap school secretariat sector security senate service services session society sociedad stakeholder standards state states steering strategy summit synthesis systems table team tech technical technology telecommunication telecommunications telecom track trade un union united universal universidad universidade université university virtual wg working workshop world youth ltd inc llc gmbh ngo igo icann ietf itu unesco undesa undp unicef wsis gdc isoc apc eu ec oecd dc dcs bpf bpfs pn pns egm lp sg unsg mhlb ripe ncc w3c ieee iso icc wto wipo au asean nris cstd ecosoc hlpdc oset"

/** Words for what a person is, which stand before or after a name but are no part of it. */
const ROLE =
  "academic adviser advisor alternate ambassador analyst assistant associate attaché attache chair chairman chairperson chairwoman chancellor chief clerk co-chair co-chairs cochair co-facilitator co-moderator commissioner consultant coordinator co-ordinator councillor counsel counsellor counselor dean delegate deputy director economist editor engineer envoy executive expert facilitator fellow focal former founder head host independent intern interim judge lawyer lead leader lecturer liaison manager member minister moderator mp observer officer organiser organizer panellist parliamentarian past point policymaker president principal professor rapporteur rep representative researcher scholar scientist scribe secretary secretary-general senator senior speaker specialist special student trainee treasurer trustee under-secretary-general vice vice-chair vice-president volunteer"

/** Words that often begin a sentence with a capital and are nobody's name. */
const ORDINARY =
  "a about above according action additionally after again agreement all also although among an and another any apart are as at attendees audience based because before besides between both but by can clarification colleagues comment comments concern concerns consequently consideration considering could countries currently decision decisions delegates delegations despite did discussion discussions do does due during each either every everybody everyone experts fellows finally first firstly five following for four from further furthermore generally given governments great had half has have he hence her here his how however i if in indeed initial input inputs instead interventions is issues it items its just last lastly later let many may meanwhile meeting member members more moreover most much my neither nevertheless next no nobody none nor not note nothing now observers of on once one only or organisations organizations other others our out outcome outcomes outside over overall panellists parliamentarians part participant participants participation parties people perhaps points previous priorities proposal proposals question questions recent recommendation recommendations regarding regular reports representatives representation results same second secondly several she similarly since six so some somebody someone speakers specifically stakeholders still strong subsequently such suggestion suggestions ten thank thanks that the their then there thereafter therefore these they third this those though three through throughout thus to today together topics towards two under unfortunately until upon us volunteers was we were what when where whether which while who why with within without work would yes yesterday you your moved seconded proposed carried monday tuesday wednesday thursday friday saturday sunday january february march july september october november december spring summer autumn winter mr mrs ms dr prof sir madam dear point welcome adoption approval introduction conclusion update updates summary status presentation remarks plan main key new final draft short long early late co online title date time place venue location zoom webex teams link links recording transcript nil tbd tba tbc various"

const words = (list: string) => new Set(list.split(" "))

export const ORGANISATION_WORDS = words(ORGANISATION)
export const ROLE_WORDS = words(ROLE)
export const ORDINARY_WORDS = words(ORDINARY)

/** Titles and offices that stand right before a name: "Councillor R. Aldous". */
export const TITLE_WORDS = words(
  "hhj dj rabbi archbishop reeve datuk dato datin tengku ustaz kyai mwalimu mzee maestro maestra alderperson councilperson selectperson supervisor sqn gral cnel tte sgto cptn pc dc wpc cst const constable insp inspector supt maj major cpl cdr cmdr comdr adm lieut barr barrister engr surv arch mazi nze ichie lolo oba otunba chairlady provost master bosun skipper adv advocate eld deac evang canon archdeacon dona revd alhaji alhaja hajia mallam nurse matron elder deacon comrade cde kagawad kag kap bro administrator alderman alderwoman ald ambassador attorney auditor baron baroness bishop bursar brigadier brother captain capt cardinal chair chairman chairperson chairwoman chancellor chief clerk co-chair col colonel commander commissioner cllr comm councillor councilman councilmember councilor councilwoman counsellor deputy director doctor engineer father general gov governor judge justice lady lieutenant lord lt madame manager mayor member minister moderator monsieur msgr officer pastor president prince princess principal professor rector registrar rep representative secretary selectman sen senator sergeant sgt sheikh sister speaker superintendent treasurer trustee vice-chair vice-mayor vice-president",
)

/** Small words inside a name: "de", "van der", "bin". */
export const PARTICLES = words(
  "à 't ’t 's ’s dela delas delos vande vander al bint bin binti da das de degli dei del della den der di do dos du el ibn i la las le los lo of-the ole ter ten van ver von y e zu zum zur",
)

const REGIONS =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KR KW KZ LA LB LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW"

/** The countries by their English names, each word of them in lower case when it is one word. */
export const COUNTRIES: ReadonlySet<string> = new Set(
  REGIONS.split(" ").flatMap((code) => {
    const name = new Intl.DisplayNames("en", { type: "region" }).of(code)
    return name ? [name.toLowerCase()] : []
  }),
)

export const CONTINENTS = words("africa america asia europe oceania geneva brussels")
