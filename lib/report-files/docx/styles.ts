import type { IStylesOptions } from "docx"

/** Sizes in half points, spaces in twentieths of a point, colours of the design in print. */
const ink = "191D1C"
const label = "5D6561"
const accent = "0B5468"
const font = "Georgia"

/** Its level stands in the style: LibreOffice takes the name of a style for no heading, only its level. */
const heading = (level: number, size: number, before: number) => ({
  run: { font, size, bold: true, color: ink },
  paragraph: {
    ...{ spacing: { before, after: 80 }, keepNext: true, keepLines: true },
    outlineLevel: level - 1,
  },
})

const rule = (color: string, size: number) => ({ style: "single" as const, size, color, space: 4 })

/** A style of our own, by the kind of block that it is for. */
function own(id: string, name: string, more: { bold?: boolean; paragraph?: object }) {
  return {
    id,
    name,
    basedOn: "Normal",
    next: "Normal",
    quickFormat: true,
    run: more.bold ? { bold: true } : {},
    paragraph: { ...more.paragraph },
  }
}

/** The styles of the document, real ones, so that a reader changes all decisions at once. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 21, color: ink },
      paragraph: { spacing: { after: 100, line: 300 } },
    },
    title: {
      run: { font, size: 56, color: ink },
      paragraph: { spacing: { after: 60 }, keepNext: true },
    },
    heading1: heading(1, 32, 360),
    heading2: heading(2, 28, 320),
    heading3: heading(3, 24, 240),
    heading4: heading(4, 21, 200),
    heading5: heading(5, 21, 160),
    heading6: heading(6, 21, 160),
    hyperlink: { run: { color: accent, underline: { type: "single" } } },
    listParagraph: { run: { font } },
  },
  paragraphStyles: [
    own("Eyebrow", "Kind of document", { bold: true }),
    {
      ...own("Lead", "Subject", {}),
      run: { size: 28 },
      paragraph: { spacing: { after: 60 }, keepNext: true },
    },
    { ...own("Facts", "Facts", {}), run: { size: 18 }, paragraph: { spacing: { after: 40 } } },
    {
      ...own("Label", "Label of a block", {}),
      run: { size: 16, bold: true, color: label },
      paragraph: { spacing: { before: 160, after: 20 }, keepNext: true },
    },
    own("Quotation", "Quotation", { paragraph: { indent: { left: 400 } } }),
    own("Statement", "Statement", {
      paragraph: { indent: { left: 240 }, border: { left: { ...rule(label, 4), space: 8 } } },
    }),
    own("Decision", "Decision", {
      bold: true,
      paragraph: { border: { top: rule(accent, 18), bottom: rule(accent, 6) } },
    }),
    own("Action", "Action", {
      paragraph: { border: { top: rule(ink, 6), bottom: rule(ink, 6) } },
    }),
    own("Question", "Question", { bold: true }),
    {
      ...own("Terms", "Owners and dates", {}),
      run: { size: 18, color: label },
      paragraph: { spacing: { after: 60 } },
    },
    {
      ...own("Notice", "Notice", {}),
      paragraph: { indent: { left: 240 }, border: { left: { ...rule(ink, 6), space: 8 } } },
    },
    { ...own("Small", "Small print", {}), run: { size: 18 } },
    {
      ...own("Cell", "Cell of a table", {}),
      run: { size: 15 },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
    { ...own("Foot", "Foot of the page", {}), run: { size: 14, color: label } },
  ],
}
