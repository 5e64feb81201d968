import { HONORIFIC } from "@/lib/check/names"
import { findNames, type NameInText } from "../people/names"
import { type Rich, sliceRich } from "../text/rich"
import type { RollEntry } from "./roll-entry"

/** "Commissioners Ana Lind and Ben Okoro": what they all are is no part of the first name. */
const OF_ALL =
  /^(?:Members|Commissioners|Directors|Trustees|Council(?:l?ors|members)|Supervisors|Delegates|Governors|Messrs\.?)\s/

/** A whole name of running text as somebody of a list. */
export function entryOf({ name, from, to }: NameInText, rich: Rich): RollEntry {
  return {
    name: name.replace(OF_ALL, "").replace(HONORIFIC, ""),
    role: null,
    affiliation: null,
    capacity: "",
    aliases: [],
    whole: true,
    away: false,
    rich: sliceRich(rich, from, to),
  }
}

/** Whole names of running text, without those of organisations in brackets. */
export function namesOfSentence(rich: Rich, isAway = false): RollEntry[] {
  return findNames(rich.text)
    .filter((name) => name.words > 1 && !name.possessive)
    .filter(({ from }) => rich.text.lastIndexOf("(", from) <= rich.text.lastIndexOf(")", from))
    .filter(
      ({ from }) =>
        !(isAway ? /\b(?:of|at)\s(?:the\s)?$/ : /\b(?:of|from|at|for)\s(?:the\s)?$/).test(
          rich.text.slice(Math.max(0, from - 10), from),
        ),
    )
    .map((name) => entryOf(name, rich))
}
