import { expect, test } from "vitest"
import { LIKELY } from "../model"
import { readReport } from "../report"

const text = `Leuchtturmverein Nordkai
Protokoll der 12. Sitzung

12. Mai 2022, 14:00 CEST

Sitzungsleitung: Marit Oyelaran
Anwesend: Marit Oyelaran, Otto Brandvold, Hyejin Abara
Entschuldigt: Noor el Amrani

Tagesordnung

1. Lampen
2. Verschiedenes

1. Lampen

Otto Brandvold berichtete von drei Angeboten. Es wurde beschlossen, sechs Lampen zu kaufen.

2. Verschiedenes

Hyejin Abara fragte nach dem Schlüssel.

Nächstes Treffen: 9. Juni 2022, 14:00 CEST
`

test("minutes in German are read as minutes", () => {
  const report = readReport(text, "protokoll.txt")
  expect(report.likelihood.score).toBeGreaterThanOrEqual(LIKELY)
  expect(report.start?.value.instant).toBe("2022-05-12T12:00:00Z")
  expect(report.moderators.map(({ value }) => value)).toEqual(["Marit Oyelaran"])
  expect(report.participants.map(({ name }) => name)).toEqual([
    "Marit Oyelaran",
    "Otto Brandvold",
    "Hyejin Abara",
  ])
  expect(report.regrets.map(({ name }) => name)).toEqual(["Noor el Amrani"])
  expect(report.agenda.map(({ title }) => title)).toEqual(["Lampen", "Verschiedenes"])
  expect(report.decisions.map(({ text: decided }) => decided)).toEqual([
    "Es wurde beschlossen, sechs Lampen zu kaufen.",
  ])
  expect(report.mentions.filter(({ speaks }) => speaks).map(({ name }) => name)).toEqual([
    "Otto Brandvold",
    "Hyejin Abara",
  ])
  expect(report.nextMeeting?.startsAt).toBe("2022-06-09T12:00:00Z")
})
