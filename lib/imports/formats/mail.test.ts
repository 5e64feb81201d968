import { describe, expect, test } from "vitest"
import { NotReadable } from "./blocks"
import { readMail } from "./mail"

const mail = (head: string, body: string) =>
  Buffer.from(
    `From: Ilva Morandini <ilva@example.org>\r\nTo: Tides <tides@example.org>\r\nDate: Thu, 4 May 2023 09:00:00 +0000\r\nMIME-Version: 1.0\r\n${head}\r\n\r\n${body}`,
    "latin1",
  )
const alternative = (...parts: [type: string, body: string][]) =>
  mail(
    "Subject: =?utf-8?q?R=C3=A9union_7?=\r\nContent-Type: multipart/alternative; boundary=b",
    `${parts.map(([type, body]) => `--b\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}\r\n`).join("")}--b--`,
  )

const textOf = async (bytes: Uint8Array) => (await readMail(bytes)).text

describe("a mail", () => {
  test("gives its subject, then its body, then who sent it", async () => {
    const { text } = await readMail(
      mail("Subject: Minutes of call 7", "Present: Lin\r\n\r\n> quoted\r\n-- \r\nIlva"),
    )
    expect(text).toBe(
      "Minutes of call 7\n\nPresent: Lin\n\n> quoted\n-- \nIlva\n\n> From: Ilva Morandini <ilva@example.org>  \n> Sent: 2023-05-04T09:00:00.000Z  \n> To: Tides <tides@example.org>  \n",
    )
  })

  test("gives the form of its body that says more", async () => {
    const plain = "Minutes\nOpening. Tides."
    const html = "<p>Minutes</p><ol><li>Opening.<li>Tides.</ol>"
    expect(await textOf(alternative(["text/plain", plain], ["text/html", html]))).toContain(
      "Réunion 7\n\nMinutes\n\n1. Opening.\n2. Tides.\n",
    )
    const poor = "<p>Use another program</p>"
    expect(
      await textOf(
        alternative(["text/plain", `${plain} And all the rest of it.`], ["text/html", poor]),
      ),
    ).toContain("And all the rest of it.")
  })

  test("loses no line that one of its two forms lacks", async () => {
    const plain = "Minutes\nOpening. Tides. Berths. Moorings. Harbours.\nThe gauge was lost."
    const html =
      "<p>Minutes</p><ol><li>Opening.<li>Tides.<li>Berths.<li>Moorings.<li>Harbours. The gauge</ol>"
    const text = await textOf(alternative(["text/plain", plain], ["text/html", html]))
    expect(text).toContain("5. Harbours. The gauge\n\nThe gauge was lost.\n")
  })

  test("is decoded as it says itself", async () => {
    const coded = mail(
      "Subject: Call\r\nContent-Type: text/plain; charset=windows-1252",
      "caf\xe9 \x93now\x94",
    )
    expect(await textOf(coded)).toContain("café “now”")
  })

  test("is its plain text where the HTML has paragraphs alone", async () => {
    const plain = "A. Lamps\r\nBen counted them.\r\nAna sold one.\r\n"
    const html = "<p>A. Lamps\r\nBen counted them.\r\nAna sold one.</p>"
    const text = await textOf(alternative(["text/plain", plain], ["text/html", html]))
    expect(text).toContain("A. Lamps\nBen counted them.\nAna sold one.\n")
  })

  test("keeps the paragraphs apart where a space stands in front of an empty line by chance", async () => {
    const flowed = mail(
      "Subject: Call\r\nContent-Type: text/plain; charset=utf-8; format=flowed",
      "1. Lamps\r\n\r\nThe lamp \r\nwas out. \r\n\r\n2. Pier\r\n",
    )
    expect(await textOf(flowed)).toContain("The lamp was out.\n\n2. Pier\n")
  })

  test("names what is attached", async () => {
    const attached = mail(
      "Subject: Call\r\nContent-Type: multipart/mixed; boundary=b",
      "--b\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=minutes.pdf\r\n\r\n%PDF\r\n--b--",
    )
    expect(await textOf(attached)).toMatch(/See the file\.\n[\s\S]*> Attached: minutes\.pdf/)
  })

  test("of parts in parts without end is refused", async () => {
    const deep = Array.from(
      { length: 300 },
      (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`,
    )
    const nested = mail("Content-Type: multipart/mixed; boundary=b0", deep.join(""))
    await expect(readMail(nested)).rejects.toEqual(new NotReadable("too-nested"))
  })
})
