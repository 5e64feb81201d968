/**
 * Makes the woff2 files under public/fonts, and the style sheets that name them, from the open
 * sources in node_modules. Run `npm run fonts` after raising a source's version, raise `edition`,
 * and commit what it writes. Weights are cut to the range that the design uses.
 */
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"
import { fileURLToPath } from "node:url"
import subsetFont from "subset-font"

/** Part of the address, for the files are cached for ever: raise it whenever their bytes change. */
const edition = "1"

const families = [
  { name: "Source Serif 4", file: "source-serif-4", sheet: "serif", styles: ["normal", "italic"] },
  { name: "Public Sans", file: "public-sans", sheet: "sans", styles: ["normal"] },
]
const weights = { min: 400, max: 600 }
/** What the style sheets ask for (figures, kerning, ligatures) and what accents need. */
const features = "ccmp kern liga lnum locl mark mkmk onum pnum tnum".split(" ")
/** Letters of two files stand in different runs, where kerning between them cannot work. */
const featuresOfFewLetters = ["ccmp", "locl", "mark", "mkmk"]

/**
 * Names from most of Europe, Turkey and parts of Africa need a few letters more than the first
 * file has; those come in a small file of their own, and the rare ones in a third.
 */
const names =
  "U+0100-0130,U+0132-0151,U+0154-017F,U+0186,U+018E-0190,U+0192,U+0218-021B,U+0254,U+0259,U+025B"

/** "U+0000-00FF,U+0131" → every code point in it. */
function points(range) {
  return range.split(",").flatMap((part) => {
    const [first, last = first] = part.trim().slice(2).split("-")
    const start = Number.parseInt(first, 16)
    const end = Number.parseInt(last, 16)
    return Array.from({ length: end - start + 1 }, (_, index) => start + index)
  })
}

function face({ name, style, file, range }) {
  return `@font-face {
  font-family: "${name}";
  font-style: ${style};
  font-weight: ${weights.min} ${weights.max};
  font-display: swap;
  src: url("/fonts/${edition}/${file}") format("woff2");
  unicode-range:
    ${range.replaceAll(",", ", ")};
}
`
}

const require = createRequire(import.meta.url)
const here = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const target = here(`../../../public/fonts/${edition}/`)
await mkdir(target, { recursive: true })

for (const { name, file, sheet, styles } of families) {
  const root = path.dirname(require.resolve(`@fontsource-variable/${file}/package.json`))
  const { latin, "latin-ext": rest } = JSON.parse(
    await readFile(path.join(root, "unicode.json"), "utf8"),
  )
  // A later face wins where ranges overlap, so the file for names stands after the one for the rest.
  const scripts = { "latin-ext": rest, "latin-names": names, latin }
  let css = "/* Made by `npm run fonts`. */\n"
  for (const style of styles) {
    for (const [script, range] of Object.entries(scripts)) {
      const from = `${file}-${script === "latin" ? "latin" : "latin-ext"}-wght-${style}.woff2`
      const left = script === "latin-ext" ? new Set(points(names)) : new Set()
      const covered = points(range).filter((point) => !left.has(point))
      const font = await subsetFont(
        await readFile(path.join(root, "files", from)),
        String.fromCodePoint(...covered),
        {
          targetFormat: "woff2",
          variationAxes: { wght: weights },
          keepFeatures: script === "latin" ? features : featuresOfFewLetters,
          noHinting: true,
        },
      )
      const made = `${file}-${script}${style === "italic" ? "-italic" : ""}.woff2`
      await writeFile(path.join(target, made), font)
      css += face({ name, style, file: made, range })
      process.stdout.write(`${made} ${font.length} bytes\n`)
    }
  }
  await writeFile(here(`../styles/fonts-${sheet}.css`), css)
  await copyFile(path.join(root, "LICENSE"), path.join(target, `${file}.LICENSE.txt`))
}
