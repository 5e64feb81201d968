import { AlignmentType, type INumberingOptions, LevelFormat } from "docx"

/** Levels of a list that Word knows. */
const levels = 9
const signs = ["•", "–", "▪"]

type Numbering = { reference: string; level: number; instance: number }

/** The lists of one document: every one counts for itself, from its own first number. */
export class Lists {
  readonly #starts = new Set<number>()
  #count = 0

  /** The numbering of a new list. `start` is null for one without numbers. */
  begin(start: number | null, depth: number): Numbering {
    this.#count += 1
    if (start !== null) this.#starts.add(start)
    return {
      reference: start === null ? "points" : `from-${start}`,
      level: Math.min(depth, levels - 1),
      instance: this.#count,
    }
  }

  /** All kinds of lists that were begun. */
  options(): INumberingOptions {
    const level = (index: number, format: "bullet" | "decimal", start: number) => ({
      level: index,
      format: format === "bullet" ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text: format === "bullet" ? (signs[index % signs.length] ?? "•") : `%${index + 1}.`,
      start,
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 360 * (index + 1), hanging: 360 } } },
    })
    const all = (format: "bullet" | "decimal", start: number) =>
      Array.from({ length: levels }, (_, index) => level(index, format, start))
    return {
      config: [
        { reference: "points", levels: all("bullet", 1) },
        ...[...this.#starts].map((start) => {
          return { reference: `from-${start}`, levels: all("decimal", start) }
        }),
      ],
    }
  }
}
