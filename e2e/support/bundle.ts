import { existsSync } from "node:fs"
import { mkdir, readFile, rename, symlink } from "node:fs/promises"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build, type Plugin } from "esbuild"
import { withLock } from "@/db/embedded/lock"

/** What packages that were written for `require` look for in a module. */
const asRequired = `import { createRequire as requireFrom } from "node:module";
const require = requireFrom(import.meta.url);
const { filename: __filename, dirname: __dirname } = import.meta;`

const root = fileURLToPath(new URL("../../", import.meta.url))
const noWords = fileURLToPath(new URL("no-words.ts", import.meta.url))
const dictionaries = ["dictionary-en", "dictionary-en-gb"]
/** Packages that open files which lie beside them. */
const besideFiles = ["@napi-rs/canvas", "pdfkit"]

/** A source of ours that opens files by its own place goes on to find them. */
const inPlace: Plugin = {
  name: "in place",
  setup(made) {
    made.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      if (file.includes("/node_modules/")) return null
      const text = await readFile(file, "utf8")
      const here = JSON.stringify(pathToFileURL(file).href)
      return { contents: text.replaceAll("import.meta.url", here), loader: "ts" }
    })
  },
}

type Options = {
  /** Where it is kept: whoever asks there again is given the same file. */
  folder: string
  /** Without the dictionary of English, which each process would load on its own. */
  wordless?: boolean
}

/** Where the file stands that is made of a program in a folder. */
export function fileOf(entry: URL, folder: string): string {
  const name = path.relative(root, fileURLToPath(entry)).replace(/\W+/g, "-")
  return path.join(folder, `${name}.mjs`)
}

/** Makes one file of a program and all that it imports, which starts in a fifth of the time; resolves to its path. */
export async function bundle(entry: URL, { folder, wordless }: Options): Promise<string> {
  const source = fileURLToPath(entry)
  const file = fileOf(entry, folder)
  await mkdir(folder, { recursive: true })
  return withLock(path.join(folder, "bundle.lock"), async () => {
    if (existsSync(file)) return file
    const packages = path.join(folder, "node_modules")
    if (!existsSync(packages)) await symlink(path.join(root, "node_modules"), packages)
    await build({
      entryPoints: [source],
      outfile: `${file}.part`,
      bundle: true,
      minify: true,
      platform: "node",
      format: "esm",
      target: "node20",
      banner: { js: asRequired },
      plugins: [inPlace],
      external: wordless ? besideFiles : [...besideFiles, ...dictionaries],
      alias: wordless ? Object.fromEntries(dictionaries.map((each) => [each, noWords])) : {},
      logLevel: "error",
    })
    await rename(`${file}.part`, file)
    return file
  })
}
