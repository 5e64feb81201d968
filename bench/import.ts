import { fileURLToPath } from "node:url"
import { readBytes } from "@/lib/imports/read-file"
import type { Figures } from "./figures"
import { casesIn } from "./import/case"
import { countPhrases, missedPhrases, phraseTable } from "./import/phrase-table"
import { scorePhrases } from "./import/phrases"
import { scoreFolder } from "./import/read-case"
import { type Field, fields } from "./import/score"
import { measureSpeed } from "./import/speed"
import { differences, scoreData, scoreTable } from "./import/table"

const folder = (name: string) => fileURLToPath(new URL(`import/${name}`, import.meta.url))

/**
 * How well reports are read, and how fast. `--show FIELD` (or `all`) and `--case NAME` print what was
 * read wrongly; of the reports held out only with `--held-out`, since nothing is to be tuned on them.
 */
export async function measure(args: readonly string[]): Promise<Figures> {
  const after = (flag: string) => args.find((_, index) => args[index - 1] === flag)
  const [field, name] = [after("--show"), after("--case")]
  if (field !== undefined && field !== "all" && !fields.some((known) => known === field))
    throw new Error(`There is no field ${field}. There are: all, ${fields.join(", ")}`)
  const corpus = await scoreFolder(folder("corpus"))
  const heldOut = await scoreFolder(folder("held-out"))
  const bodies = await scoreFolder(folder("bodies"))
  const unseen = await scoreFolder(folder("held-out-bodies"))
  const phrases = await scorePhrases(folder("phrases"))
  const unheard = await scorePhrases(folder("phrases-held-out"))
  const text = [
    scoreTable("corpus", corpus),
    scoreTable("held out", heldOut),
    scoreTable("met later", bodies),
    scoreTable("held out of them", unseen),
    phraseTable("phrases", phrases),
    phraseTable("held out of these", unheard),
  ]
  if (field !== undefined || name !== undefined) {
    const shown = args.includes("--held-out") ? [...heldOut, ...unseen] : [...corpus, ...bodies]
    const chosen = shown.filter((each) => name === undefined || each.name === name)
    const isAsked = (each: Field) => field === undefined || field === "all" || each === field
    text.push(differences(chosen, isAsked))
    if (name === undefined)
      text.push(missedPhrases(args.includes("--held-out") ? unheard : phrases, isAsked))
  }
  const read = await Promise.all(
    casesIn(folder("corpus")).map(({ bytes, file }) => readBytes(bytes, file)),
  )
  const texts = read.flatMap((reading) => ("source" in reading ? [reading.source] : []))
  return {
    ...measureSpeed(texts),
    tables: {
      text: text.join("\n\n"),
      data: {
        ...{ corpus: scoreData(corpus), heldOut: scoreData(heldOut) },
        ...{ bodies: scoreData(bodies), heldOutBodies: scoreData(unseen) },
        ...{ phrases: countPhrases(phrases), heldOutPhrases: countPhrases(unheard) },
      },
    },
  }
}
