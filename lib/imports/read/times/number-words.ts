import { plainCase } from "@/lib/check/words"

/** The numbers from 0 to 29 in French, Spanish, Portuguese, German and Italian, as hours and days are written out. */
const WORDS = [
  "zéro une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt-et-une vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf",
  "cero una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
  "zero uma duas três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete dezoito dezanove vinte vinte-e-uma vinte-e-duas vinte-e-três vinte-e-quatro vinte-e-cinco vinte-e-seis vinte-e-sete vinte-e-oito vinte-e-nove",
  "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig einundzwanzig zweiundzwanzig dreiundzwanzig vierundzwanzig fünfundzwanzig sechsundzwanzig siebenundzwanzig achtundzwanzig neunundzwanzig",
  "zero una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti ventuno ventidue ventitré ventiquattro venticinque ventisei ventisette ventotto ventinove",
]
/** Other forms of the same, and whole tens. */
const MORE: [string, number][] = [
  ...pairs("un uno um primero primeiro premier primo", () => 1),
  ...pairs("dos dois", () => 2),
  ["dezesseis", 16],
  ["dezessete", 17],
  ["dezenove", 19],
  ["veintiun", 21],
  ["veintiuno", 21],
  ["vinte-e-um", 21],
  ["vingt-et-un", 21],
  ["vinte-e-dois", 22],
  ...pairs("trente treinta trinta dreißig trenta", () => 30),
  ...pairs("quarante cuarenta quarenta vierzig quaranta", () => 40),
  ...pairs("cinquante cincuenta cinquenta fünfzig cinquanta", () => 50),
]
const VALUES = new Map<string, number>([
  ...MORE.map(([word, value]): [string, number] => [plainCase(word), value]),
  ...WORDS.flatMap((line) => pairs(line, (index) => index)),
])
/** "Treinta y cinco", "trente-cinq": a ten and a unit. */
const TEN_AND_UNIT = /^(\p{L}{4,10})(?:\s(?:e|y|et)\s|-(?:e-|et-)?|\s)(\p{L}{2,7})$/u

/** The value of a number written out in one of these languages; null for any other word. */
export function numberWord(written: string): number | null {
  const word = plainCase(written.trim())
  const whole = VALUES.get(word) ?? VALUES.get(word.replace(/\s/g, "-"))
  if (whole !== undefined) return whole
  const [, ten = "", unit = ""] = TEN_AND_UNIT.exec(word) ?? []
  const [tens, units] = [VALUES.get(ten), VALUES.get(unit)]
  return tens && units && tens % 10 === 0 && units < 10 ? tens + units : null
}

function pairs(line: string, value: (index: number) => number): [string, number][] {
  return line.split(" ").map((word, index): [string, number] => [plainCase(word), value(index)])
}
