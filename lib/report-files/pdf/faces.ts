import { readFile } from "node:fs/promises"
import path from "node:path"

/** The typefaces that are put into a file: a run of text names one of them. */
export const faces = [
  "serif",
  "serif-bold",
  "serif-italic",
  "serif-bold-italic",
  "sans",
  "sans-bold",
  "arabic",
  "arabic-bold",
  "hebrew",
  "hebrew-bold",
  "emoji",
  // For signs that no other has: drawn as an empty box, and still read as text.
  "missing",
] as const
export type Face = (typeof faces)[number]

let loading: Promise<Map<Face, Buffer>> | null = null

/** The bytes of all typefaces, read once. They stand beside the program, below its working directory. */
export function loadFaces(): Promise<Map<Face, Buffer>> {
  loading ??= read().catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

async function read(): Promise<Map<Face, Buffer>> {
  const folder = path.join(process.cwd(), "lib", "report-files", "fonts")
  return new Map(
    await Promise.all(
      faces.map(async (face) => [face, await readFile(path.join(folder, `${face}.ttf`))] as const),
    ),
  )
}

/** Which typefaces are asked for the forms of a text, in this order. */
export function fallbacks(face: Face): readonly Face[] {
  const bold = face.includes("-bold")
  const serif: Face = bold ? "serif-bold" : "serif"
  return [face, serif, bold ? "arabic-bold" : "arabic", bold ? "hebrew-bold" : "hebrew", "emoji"]
}
