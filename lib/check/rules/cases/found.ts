import { readReport } from "@/lib/imports/read/report"
import { checkReport } from "../../check"
import { type CheckContext, type Finding, NO_CONTEXT, type RuleName } from "../../model"
import { said, sound } from "./case"

/** What a rule finds in the sound report when these words are said under its second item. */
export function foundIn(
  rule: RuleName,
  words: string,
  context: Partial<CheckContext> = {},
): Finding[] {
  const report = readReport(sound.replace(...said(words)), "tides.txt")
  return checkReport(report, { ...NO_CONTEXT, ...context }).filter((one) => one.rule === rule)
}

/** The words with every replacement that a rule has for them carried out. */
export function putRight(
  rule: RuleName,
  words: string,
  context: Partial<CheckContext> = {},
): string {
  const found = foundIn(rule, words, context).filter(({ replacement }) => replacement !== undefined)
  return found.reduce((text, { words: quoted, replacement = "" }) => {
    const { before = "", there = "" } = quoted ?? {}
    const at = text.lastIndexOf(before + there) + before.length
    return text.slice(0, at) + replacement + text.slice(at + there.length)
  }, words)
}
