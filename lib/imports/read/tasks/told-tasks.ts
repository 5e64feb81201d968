import type { ReadAction } from "../model"
import { keyOf } from "./action-labels"

/** "Ana Lind and Ben to ", "Ana will ": whose it is, in front of what is to be done. */
const WHOSE =
  /^(?:[\p{Lu}@][\p{L}\p{M}\d_.'’-]{0,24},?\s(?:and\s|&\s)?){1,6}(?:to|will|shall)\s(?=\p{Ll})/u
/** Characters of a task that can be told to be told twice: "Write it" may be another. */
const SHORTEST = 20
const MOST = 12

/** "Ana offered to write it up": what is settled where she is given it. */
const OFFERED =
  /(?:^|\s)(?:offer(?:ed|s)|volunteer(?:ed|s)|promise[ds]|(?:was|were) willing|(?:said|says) (?:that )?(?:s?he|they) (?:would|could)) /
/** Words of an offer that tell what it is about, by how they begin. */
const STEM =
  /(?<!\p{L})(?!offer|volunt|promis|would|could|which|their|there|about|before|after|every|other|these|those|again)\p{Ll}{5}/gu

const stemsOf = (text: string): ReadonlySet<string> => new Set(text.match(STEM))

/**
 * The tasks without offers that the report settles in a later task: the same people are given it on the same item,
 * or anywhere where the offer does not say what ("offered to add to it"), or somebody else's task there names them
 * ("Ben offered to share the load", "Ana: hand over two lamps to Ben").
 */
export function withoutOffers(actions: readonly ReadAction[]): ReadAction[] {
  const settles = (offer: ReadAction, other: ReadAction, stems: ReadonlySet<string>) => {
    if (other === offer || other.block < offer.block || OFFERED.test(other.text)) return false
    const isTheirs =
      offer.owners.length === other.owners.length &&
      offer.owners.every((owner) => other.owners.includes(owner))
    if (isTheirs && stems.size === 0) return true
    if (other.item !== offer.item) return false
    if (isTheirs) return [...stemsOf(other.text)].some((stem) => stems.has(stem))
    return other.how === "read" && offer.owners.every((owner) => other.text.includes(owner))
  }
  return actions.filter((offer) => {
    if (!OFFERED.test(offer.text) || offer.due !== null) return true
    const stems = stemsOf(offer.text)
    return !actions.some((other) => settles(offer, other, stems))
  })
}

const bareKeyOf = (text: string) => keyOf(text.replace(WHOSE, ""))

/** The tasks of a report that were read so far, so that none is read twice: where it was given and in a summary. */
export class ToldTasks {
  readonly #known = new Map<string, ReadAction>()
  /** Without whose they are: "Ana to order the lamp" is the "Order the lamp" of a summary. */
  readonly #bare = new Map<string, { action: ReadAction; listed: boolean }[]>()

  /**
   * Whether a task was told before, which then has its people and its day; `listed` says that this one
   * stands in a summary.
   */
  repeats(action: ReadAction, listed: boolean): boolean {
    const same = this.#same(action, listed)
    if (!same) return false
    // A summary at the end repeats what was marked where it was said.
    if (same.owners.length === 0) same.owners = action.owners
    same.due ??= action.due
    return true
  }

  #same({ text, owners, block }: ReadAction, listed: boolean): ReadAction | undefined {
    const same = listed ? this.#known.get(keyOf(text)) : undefined
    // "IS: write it." and "BO: write it." are two.
    const isTwo = same && same.block === block - 1 && owners[0] !== same.owners[0]
    if (same) return isTwo ? undefined : same
    if (text.length < SHORTEST) return undefined
    const others = this.#bare.get(bareKeyOf(text)) ?? []
    return others.find(
      (other) =>
        other.listed !== listed && owners.some((owner) => other.action.owners.includes(owner)),
    )?.action
  }

  add(action: ReadAction, listed: boolean): void {
    this.#known.set(keyOf(action.text), action)
    const key = bareKeyOf(action.text)
    const others = this.#bare.get(key) ?? []
    // A text that says one thing a thousand times is compared with the first few.
    if (others.length < MOST) this.#bare.set(key, [...others, { action, listed }])
  }
}
