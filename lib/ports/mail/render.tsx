import type { MailContent, MailFrame } from "@/lib/shared/mail-content";
import type { MailLook, RenderedMail } from "./port";

/** Content and its frame, in one language → the e-mail as it is read: subject, plain text, HTML. Links start with the configured address only. */
export async function renderMail(content: MailContent, look: MailLook, frame: MailFrame): Promise<RenderedMail> {
  const clean = cleanContent(content);
  const link = clean.action ? linkTo(look.appUrl, clean.action.path) : null;
  const [{ render }, { LetterBody }] = await Promise.all([import("react-email"), import("./letter-body")]);
  const html = await render(<LetterBody content={clean} look={look} frame={frame} link={link} />);
  return { subject: clean.subject, text: plainText(clean, look, link), html };
}

function plainText(content: MailContent, look: MailLook, link: string | null): string {
  const facts = (content.facts ?? []).map(({ label, value }) => `${label}\u00a0: ${value}`).join("\n");
  const items = (content.items ?? []).map((item) => `- ${item}`).join("\n");
  const action = content.action && link ? `${content.action.label}\u00a0:\n${link}` : "";
  const last = content.last ? [content.last.title.toUpperCase(), ...content.last.paragraphs] : [];
  const signature = `-- \n${look.town} – ${look.title}\n${look.appUrl}`;
  const blocks = [
    content.greeting,
    ...content.paragraphs,
    items,
    facts,
    action,
    ...last,
    ...(content.closing ?? []),
    signature,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** A path of the portal as an address. A « path » that would lead elsewhere leads to the home page instead. */
function linkTo(appUrl: string, path: string): string {
  const home = new URL(appUrl);
  const target = new URL(path.startsWith("/") ? path : "/", home);
  return target.origin === home.origin ? target.href : `${home.origin}/`;
}

/** One line each, nothing that a mail program would take for a command: line breaks and control characters become spaces. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

function cleanContent({
  subject,
  greeting,
  paragraphs,
  items,
  facts,
  action,
  last,
  closing,
}: MailContent): MailContent {
  return {
    subject: oneLine(subject).slice(0, 200),
    greeting: oneLine(greeting),
    paragraphs: paragraphs.map(paragraph),
    items: items?.map(paragraph),
    facts: facts?.map(({ label, value }) => ({ label: oneLine(label), value: oneLine(value) })),
    action: action && { label: oneLine(action.label), path: action.path },
    last: last && { title: oneLine(last.title), paragraphs: last.paragraphs.map(paragraph) },
    closing: closing?.map(paragraph),
  };
}

/** A paragraph keeps its line breaks (the words of an agent), and nothing else that is not a letter or a sign. */
function paragraph(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .trim();
}
