import { Answers } from "./answers"
import { DEPUTY, officesIn, sameOffice } from "./offices-held"
import { put } from "./only"
import { CHAIRS } from "./titles-and-letters"

/** Who holds which office of a report; an office that two people hold is nobody's. */
export class OfficeBook {
  readonly #holders = new Map<string, string | null>()
  readonly #lastWords = new Set<string>()
  readonly #answers = new Answers()

  /** Whether nobody is known to hold any. */
  get isEmpty(): boolean {
    return this.#holders.size === 0
  }

  /** Remembers every office that stands in what somebody is. */
  add(name: string, role: string | null): void {
    for (const office of officesIn(role)) {
      put(this.#holders, office, name)
      this.#lastWords.add(office.slice(office.lastIndexOf(" ") + 1))
    }
    this.#answers.forget()
  }

  /** Whether anybody holds an office that is called so, or ends so: "Planner" of "Township Planner". */
  has(word: string): boolean {
    const office = sameOffice(word.toLowerCase())
    return this.#holders.has(office) || this.#lastWords.has(office)
  }

  /** The only holder; "chairperson" is found as "chair". */
  holder(office: string): string | null {
    return this.#answers.to(office, (asked) => this.#find(asked))
  }

  #find(office: string): string | null {
    const own = sameOffice(office.toLowerCase().trim())
    const known = this.#holders.get(own) ?? this.#within(own) ?? this.#ofField(own)
    if (known === undefined && CHAIRS.test(own)) return this.#holders.get("chair") ?? null
    return known ?? null
  }

  /** The only one of whom no more is said than the field. */
  #ofField(office: string): string | null | undefined {
    const [, of, before] = OF_FIELD.exec(office) ?? []
    return this.#holders.get(of ?? before ?? "")
  }

  /**
   * "Manager (HR)" where one alone is "Manager (HR & Welfare)", "Works Engineer" where one alone is "District Works
   * Engineer": an office of two words or more, shortened.
   */
  #within(office: string): string | null | undefined {
    const words = office.match(/[\p{L}\d]+/gu) ?? []
    if (words.length < 2 || office.length > 40) return undefined
    const holders = [...this.#holders].flatMap(([known, name]) => {
      const own = office.includes("(") ? new Set(known.match(/[\p{L}\d]+/gu)) : null
      const isShort = own ? words.every((word) => own.has(word)) : isTailOf(office, known)
      return name && isShort ? [name] : []
    })
    return new Set(holders).size === 1 ? holders[0] : undefined
  }
}

/** "Secretary of defence", "exhibitions officer": the field of an office, and what is said of one who has it. */
const OF_FIELD =
  /^(?:secretary|officer|head|minister|delegate) (?:of|for) (?:the )?(\p{L}{4,20})$|^(\p{L}{4,20}) (?:officer|secretary|coordinator|co-ordinator|lead|manager)$/u

/** The deputy is not the office: "deputy works engineer" is no "works engineer". */
const isTailOf = (office: string, known: string) =>
  known.endsWith(` ${office}`) && !DEPUTY.test(known)
