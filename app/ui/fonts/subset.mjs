/**
 * Makes the woff2 files under public/fonts from the open sources in node_modules.
 * Run `npm run fonts` after raising a source's version, and commit what it writes.
 *
 * Weights are cut to the range the design uses; the unicode ranges are those of the source, so
 * that a page in French or English fetches one file, and Polish or Turkish names a second.
 */
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"
import { fileURLToPath } from "node:url"
import subsetFont from "subset-font"

const require = createRequire(import.meta.url)
/** Part of the address, for the files are cached for ever: raise it whenever their bytes change. */
const edition = "1"
const target = fileURLToPath(new URL(`../../../public/fonts/${edition}/`, import.meta.url))

const faces = [
  { source: "@fontsource-variable/source-serif-4", name: "source-serif-4", weights: [400, 600] },
  { source: "@fontsource-variable/public-sans", name: "public-sans", weights: [400, 600] },
]
/** What the style sheets ask for (figures, kerning, ligatures) and what accents need. */
const features = "ccmp kern liga lnum locl mark mkmk onum pnum tnum".split(" ")
const styles = ["normal", "italic"]

/** "U+0000-00FF,U+0131" → every character in it. */
function characters(range) {
  const points = range.split(",").flatMap((part) => {
    const [first, last = first] = part.trim().slice(2).split("-")
    const start = Number.parseInt(first, 16)
    const end = Number.parseInt(last, 16)
    return Array.from({ length: end - start + 1 }, (_, index) => start + index)
  })
  return String.fromCodePoint(...points)
}

await mkdir(target, { recursive: true })
for (const { source, name, weights } of faces) {
  const root = path.dirname(require.resolve(`${source}/package.json`))
  const ranges = JSON.parse(await readFile(path.join(root, "unicode.json"), "utf8"))
  for (const script of ["latin", "latin-ext"]) {
    for (const style of styles) {
      if (name === "public-sans" && style === "italic") continue
      const from = path.join(root, "files", `${name}-${script}-wght-${style}.woff2`)
      const font = await subsetFont(await readFile(from), characters(ranges[script]), {
        targetFormat: "woff2",
        variationAxes: { wght: { min: weights[0], max: weights[1] } },
        keepFeatures: features,
        noHinting: true,
      })
      const file = `${name}-${script}${style === "italic" ? "-italic" : ""}.woff2`
      await writeFile(path.join(target, file), font)
      process.stdout.write(`${file} ${font.length} bytes\n`)
    }
  }
  await copyFile(path.join(root, "LICENSE"), path.join(target, `${name}.LICENSE.txt`))
}
