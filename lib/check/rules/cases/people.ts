import { type Cases, changed } from "./case"

const registered = (name: string, ...aliases: string[]) => ({ people: [{ name, aliases }] })

export const people: Cases = {
  "host-not-listed": {
    off: {
      change: ["hosted by Otto Brandvold", "hosted by Farah Mensimah"],
      context: registered("Farah Mensimah", "Fafa Mensimah"),
    },
    near: {
      change: ["hosted by Otto Brandvold", "hosted by Ottilie Berg-Vold"],
      context: registered("Otto Brandvold", "Ottilie Berg-Vold"),
    },
    names: "Farah Mensimah",
  },
  "speaker-not-listed": {
    off: { change: ["Lin asked", "Farah Mensimah asked"] },
    near: {
      change: ["Lin asked", "Linnea Perera asked"],
      context: registered("Lin Zhao-Perera", "Linnea Perera"),
    },
    names: "Farah Mensimah",
  },
  "duplicate-participant": changed(
    ["2. Lin Zhao-Perera, Tidewater Institute", "2. Lin Zhao-Perera\n3. Lin Zhao-Perera"],
    ["2. Lin Zhao-Perera, Tidewater Institute", "2. Lin Zhao-Perera\n3. Otto Zhao-Perera"],
    "Lin Zhao-Perera",
  ),
  "name-variant": {
    off: { change: ["hosted by Otto Brandvold", "hosted by Otto Brandvolt"] },
    near: {
      change: ["hosted by Otto Brandvold", "hosted by Otto Brandvolt"],
      context: registered("Otto Brandvold", "Otto Brandvolt"),
    },
    names: "Otto Brandvolt",
    put: "hosted by Otto Brandvold and",
  },
  "list-truncated": {
    off: {
      change: ["Tidewater Institute\n", "Tidewater Institute\n3. Farah M"],
      context: registered("Farah Mensimah"),
    },
    near: { change: ["Tidewater Institute\n", "Tidewater Institute\n3. Farah M. Quill"] },
    names: "“Farah M”",
    put: "3. Farah Mensimah",
  },
  "no-participants": changed(
    ["\n1. Otto Brandvold, chair, Coast Office\n2. Lin Zhao-Perera, Tidewater Institute\n", ""],
    ["2. Lin Zhao-Perera, Tidewater Institute\n", ""],
    "list of participants",
  ),
  "participants-contradiction": changed(
    ["participants is annexed", "participants is available upon request"],
    ["The list of participants is annexed.", "The recording is available upon request."],
    "2",
  ),
}
