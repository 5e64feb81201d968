/**
 * Makes the typefaces that are put into PDF files, from the open sources in node_modules: whole in
 * their letters, without what a report never sets. Run `npm run fonts` and commit what it writes.
 */
import { copyFile, readFile, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"
import { fileURLToPath } from "node:url"
import subsetFont from "subset-font"

/** Kerning, accents and joined letters; small capitals, swashes and old figures stay behind. */
const features = "ccmp kern liga locl mark mkmk rlig init medi fina isol calt".split(" ")

const latin = ["0020-024F", "0259", "02B0-02FF", "1E00-1EFF", "A720-A7FF"]
const greek = ["0370-03FF", "1F00-1FFF"]
const cyrillic = ["0400-052F", "1C80-1C8F", "A640-A69F"]
const signs = ["0300-036F", "2000-206F", "2070-20CF", "2100-22FF", "25A0-25FF"]
const own = [...latin, ...greek, ...cyrillic, ...signs]

const faces = [
  ["serif", "source-serif-4", "SourceSerif4", "400Regular", own],
  ["serif-bold", "source-serif-4", "SourceSerif4", "600SemiBold", own],
  ["serif-italic", "source-serif-4", "SourceSerif4", "400Regular_Italic", own],
  ["serif-bold-italic", "source-serif-4", "SourceSerif4", "600SemiBold_Italic", own],
  ["sans", "public-sans", "PublicSans", "400Regular", own],
  ["sans-bold", "public-sans", "PublicSans", "600SemiBold", own],
  ["arabic", "amiri", "Amiri", "400Regular", ["0600-08FF", "FB50-FEFF"]],
  ["arabic-bold", "amiri", "Amiri", "700Bold", ["0600-08FF", "FB50-FEFF"]],
  [
    "hebrew",
    "noto-serif-hebrew",
    "NotoSerifHebrew",
    "400Regular",
    ["0590-05FF", "20AA", "FB1D-FB4F"],
  ],
  [
    "hebrew-bold",
    "noto-serif-hebrew",
    "NotoSerifHebrew",
    "600SemiBold",
    ["0590-05FF", "20AA", "FB1D-FB4F"],
  ],
  // One empty box, for signs that none of these has.
  ["missing", "noto-emoji", "NotoEmoji", "400Regular", ["25FB"]],
  [
    "emoji",
    "noto-emoji",
    "NotoEmoji",
    "400Regular",
    ["00A9", "00AE", "200D", "203C-3299", "FE0E-FE0F", "1F000-1FAFF"],
  ],
]

function points(ranges) {
  return ranges.flatMap((range) => {
    const [first, last = first] = range.split("-").map((each) => Number.parseInt(each, 16))
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}

const require = createRequire(import.meta.url)
const here = (name) =>
  fileURLToPath(new URL(`../../../lib/report-files/fonts/${name}`, import.meta.url))
for (const [name, source, family, style, ranges] of faces) {
  const root = path.dirname(require.resolve(`@expo-google-fonts/${source}/package.json`))
  const font = await subsetFont(
    await readFile(path.join(root, style, `${family}_${style}.ttf`)),
    String.fromCodePoint(...points(ranges)),
    { targetFormat: "sfnt", keepFeatures: features, noHinting: true },
  )
  await writeFile(here(`${name}.ttf`), font)
  await copyFile(path.join(root, "LICENSE_FONT"), here(`${source}.LICENSE.txt`))
  process.stdout.write(`${name}.ttf ${font.length} bytes\n`)
}
