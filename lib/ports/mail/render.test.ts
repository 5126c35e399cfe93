import type { MailContent, MailFrame } from "@/lib/shared/mail-content";
import type { MailLook } from "./port";
import { renderMail } from "./render";

const look: MailLook = {
  town: "Belleval",
  title: "Vos démarches en ligne",
  colour: "#1a5c4c",
  appUrl: "https://demarches.belleval.example",
};
const noReply = "Ce courriel est envoyé automatiquement : n’y répondez pas.";
const frame: MailFrame = {
  lang: "fr",
  ifButtonFails: "Si le bouton ne fonctionne pas, copiez cette adresse : ",
  sentBy: "Ce courriel est envoyé par le portail ",
  noReply,
  noAnswer: "Merci de ne pas y répondre.",
};
const content: MailContent = {
  subject: "Votre demande est enregistrée",
  greeting: "Bonjour Camille Exemple,",
  paragraphs: ["Nous avons bien reçu votre demande."],
  facts: [{ label: "Numéro", value: "2026-7K3Q-9XM4" }],
  action: { label: "Suivre ma demande", path: "/suivi/ouvrir?jeton=abc&n=1" },
  closing: ["Ce lien est valable 24 heures."],
};

describe("renderMail", () => {
  it("says the same in text and in HTML, with one button to the configured address", async () => {
    const { subject, text, html } = await renderMail(content, look, frame);

    expect(subject).toBe("Votre demande est enregistrée");
    for (const words of [
      "Bonjour Camille Exemple,",
      "Nous avons bien reçu votre demande.",
      "2026-7K3Q-9XM4",
      "Ce lien est valable 24 heures.",
    ]) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
    expect(text).toContain("https://demarches.belleval.example/suivi/ouvrir?jeton=abc&n=1");
    expect(html).toContain('href="https://demarches.belleval.example/suivi/ouvrir?jeton=abc&amp;n=1"');
    expect(html.match(/<a /g)).toHaveLength(1);
  });

  it("is written in French for a screen reader, and loads nothing from elsewhere", async () => {
    const { html } = await renderMail(content, look, frame);
    expect(html).toContain('<html dir="ltr" lang="fr">');
    expect(html).not.toMatch(/lang="en"|<img|<link|<script|url\(/);
  });

  it("has a heading and lists, cuts no ordinary word, and follows a dark screen", async () => {
    const { text, html } = await renderMail(
      { ...content, items: ["Justificatif : illisible.", "Nom : incorrect."] },
      look,
      frame,
    );
    expect(html).toMatch(/<h1[^>]*>Votre demande est enregistrée<\/h1>/);
    expect(html.match(/<li/g)).toHaveLength(3);
    expect(text).toContain("- Justificatif : illisible.\n- Nom : incorrect.");
    expect(html).not.toContain("break-all");
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).toContain('content="light dark"');
  });

  it("has one size in pixels, that of the whole letter: its words and its lines follow what a reader sets", async () => {
    const { html } = await renderMail(
      { ...content, last: { title: "Vos recours", paragraphs: ["Deux mois."] } },
      look,
      frame,
    );
    const written = html.replace(/<!--.*?-->/g, "").match(/(?:font-size|line-height):[\d.]+px/g);
    expect([...new Set(written)]).toEqual(["font-size:16px"]);
  });

  it("is dark to its edges on a dark screen, and takes the whole width of a phone", async () => {
    const { html } = await renderMail(content, look, frame);
    const cell = ".around &gt; table &gt; tbody &gt; tr &gt; td";
    const sheet = (/<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "").replaceAll(">", "&gt;");
    expect(sheet).toContain(`.around, ${cell} { background-color: #0e1211 !important; }`);
    expect(sheet).toContain(`.around, ${cell} { padding: 0 !important; }`);
    // What that rule names is what has the light colour.
    const plain = html.replace(/<!--.*?-->/g, "");
    expect(plain).toMatch(/<body[^>]*class="around"[^>]*><table[^>]*><tbody><tr><td[^>]*background-color:#f1efe8/);
    expect(plain.match(/background-color:#f1efe8/g)).toHaveLength(2);
    // The narrow margins are of the cell that has the wide ones: on the table around it they would be added.
    expect(sheet).toContain(".inside &gt; tbody &gt; tr &gt; td { padding: 20px 16px 24px !important; }");
    expect(plain).toMatch(/<table[^>]*class="inside"[^>]*><tbody><tr><td[^>]*padding:28px 32px 32px/);
  });

  it("asks once not to be answered", async () => {
    for (const closing of [[noReply], [`${noReply} Écrivez dans le suivi.`], undefined])
      expect((await renderMail({ ...content, closing }, look, frame)).html.match(/répond/g)).toHaveLength(1);
  });

  it("never lets a name or a subject add a line or a tag", async () => {
    const hostile = {
      ...content,
      subject: "Bonjour\r\nBcc: tous@example.org",
      greeting: "Bonjour <img src=x onerror=alert(1)>\r\n,",
      facts: [{ label: "Nom", value: "a\u2028b\nc" }],
    };
    const { subject, text, html } = await renderMail(hostile, look, frame);

    expect(subject).toBe("Bonjour Bcc: tous@example.org");
    expect(html).not.toContain("<img");
    expect(text).toContain("Nom\u00a0: a b c");
  });

  it("cuts the number of a demande nowhere, in its heading or its facts", async () => {
    const number = "2026-7K3M-9QX2";
    const letter = { ...content, subject: `Demande ${number} reçue`, facts: [{ label: "Numéro", value: number }] };
    const { html, text } = await renderMail(letter, look, frame);
    expect(
      html.match(new RegExp(`<span style="display:inline-block;max-width:100%">${number}</span>`, "g")),
    ).toHaveLength(2);
    expect(text).toContain(`Numéro\u00a0: ${number}`);
  });

  it("keeps the lines that an agent wrote in a paragraph", async () => {
    const { text, html } = await renderMail(
      { ...content, paragraphs: ["Première ligne\r\nSeconde <b>ligne</b>"] },
      look,
      frame,
    );
    expect(text).toContain("Première ligne\nSeconde <b>ligne</b>");
    expect(html).toContain("Seconde &lt;b&gt;ligne&lt;/b&gt;");
  });

  it.each(["https://ailleurs.example/", "//ailleurs.example/x", "/\\ailleurs.example", "javascript:alert(1)"])(
    "does not lead to %s",
    async (path) => {
      const { text, html } = await renderMail({ ...content, action: { label: "Ouvrir", path } }, look, frame);
      expect(html).toContain('href="https://demarches.belleval.example/"');
      expect(text + html).not.toMatch(/ailleurs|javascript/);
    },
  );
});
