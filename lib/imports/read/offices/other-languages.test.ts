import { describe, expect, test } from "vitest"
import { ledInOtherLanguages } from "./other-languages"

const led = (sentence: string) =>
  ledInOtherLanguages(sentence).map(({ office, from, to }) => [
    office,
    sentence.slice(from, to).trim(),
  ])

describe("who led a meeting, in other languages", () => {
  test.each([
    "Sesión presidida por Ana Lind, con Ben Okoro como secretario.",
    "La réunion a été animée par Ana Lind.",
    "La riunione è presieduta da Ana Lind.",
    "A presidência da mesa coube a Ana Lind, secretariada por Ben Okoro.",
    "La présidence est assurée par Ana Lind.",
    "Den Vorsitz führte Ana Lind.",
    "Die Sitzung wurde von Ana Lind geleitet.",
    "Preside la sesión Ana Lind; actúa como secretario Ben Okoro.",
    "Ana Lind leitete die Sitzung.",
    "Ana Lind préside la séance.",
  ])("%s", (sentence) => {
    expect(led(sentence)).toEqual([["moderators", "Ana Lind"]])
  })

  test.each([
    ["La réunion est organisée par Ana Lind.", "Ana Lind"],
    ["Gastgeberin war Ana Lind.", "Ana Lind"],
  ])("%s", (sentence, name) => {
    expect(led(sentence)).toEqual([["hosts", name]])
  })

  test.each([
    "El taller de redes fue moderado por Ana Lind.",
    "Der Ausflug wurde von Ana Lind geleitet.",
    "Le projet est dirigé par Ana Lind.",
    "Ana Lind leitete die Abteilung.",
  ])("but not: %s", (sentence) => {
    expect(led(sentence)).toEqual([])
  })
})
