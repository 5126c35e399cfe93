import { Fragment } from "react";
import { Body, Button, Container, Head, Heading, Hr, Html, Section, Text } from "react-email";
import type { MailContent, MailFrame } from "@/lib/shared/mail-content";
import { apartFromNumbers } from "@/lib/shared/text";
import type { MailLook } from "./port";

type Props = { content: MailContent; look: MailLook; frame: MailFrame; link: string | null };

/**
 * The letter in HTML: the town's name, its subject as heading, the text, one button. No remote image, nothing that tells when it is
 * read. Dark where the reader's program is; a word breaks only where it is wider than the screen.
 */
export function LetterBody({ content, look, frame, link }: Props) {
  return (
    <Html lang={frame.lang}>
      <Head>
        <title>{content.subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{sheet}</style>
      </Head>
      <Body lang={frame.lang} className="around" style={around}>
        <Container className="sheet" style={{ ...paper, borderTop: `6px solid ${look.colour}` }}>
          <Section className="inside" style={{ padding: "28px 32px 32px" }}>
            <Text className="ink" style={{ ...words, margin: "0 0 16px", fontWeight: 700, color: look.colour }}>
              {look.town} – {look.title}
            </Text>
            <Heading as="h1" className="ink" style={heading}>
              <Line text={content.subject} />
            </Heading>
            <Paragraph text={content.greeting} />
            {content.paragraphs.map((text, index) => (
              <Paragraph key={index} text={text} />
            ))}
            {content.items && content.items.length > 0 && <Items items={content.items} />}
            {content.facts && content.facts.length > 0 && <Facts facts={content.facts} />}
            {content.action && link && (
              <Action label={content.action.label} link={link} colour={look.colour} ifItFails={frame.ifButtonFails} />
            )}
            {content.last ? <Last {...content.last} /> : null}
            {content.closing?.map((text, index) => (
              <Paragraph key={index} text={text} isSmall />
            ))}
            <Hr style={{ margin: "28px 0 16px", borderColor: "#d8d4c7" }} />
            <Text className="soft" style={small}>
              {frame.sentBy}
              {look.appUrl}.{saysNoReply(content, frame) ? "" : ` ${frame.noAnswer}`}
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

function saysNoReply({ closing = [] }: MailContent, { noReply }: MailFrame): boolean {
  return closing.some((text) => text.startsWith(noReply));
}

function Paragraph({ text, isSmall = false }: { text: string; isSmall?: boolean }) {
  return (
    <Text className={isSmall ? "soft" : "ink"} style={isSmall ? small : words}>
      <Lines text={text} />
    </Text>
  );
}

function Lines({ text }: { text: string }) {
  return text.split("\n").map((line, index) => (
    <span key={index}>
      {index > 0 && <br />}
      <Line text={line} />
    </span>
  ));
}

/** No line cuts the number of a demande, but one that is narrower than it. */
function Line({ text }: { text: string }) {
  return apartFromNumbers(text).map((part, index) =>
    index % 2 === 0 ? (
      <Words key={index} text={part} />
    ) : (
      <span key={index} style={{ display: "inline-block", maxWidth: "100%" }}>
        {part}
      </span>
    ),
  );
}

/** An e-mail address wider than a phone is cut before its « @ ». */
function Words({ text }: { text: string }) {
  return text.split(/(?=@)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <ul className="ink" style={list}>
      {items.map((text, index) => (
        <li key={index} style={{ margin: "0 0 8px" }}>
          <Lines text={text} />
        </li>
      ))}
    </ul>
  );
}

function Last({ title, paragraphs }: NonNullable<MailContent["last"]>) {
  return (
    <>
      <Heading
        as="h2"
        className="ink"
        style={{ ...words, margin: "32px 0 12px", fontSize: "1.125em", fontWeight: 700 }}
      >
        {title}
      </Heading>
      {paragraphs.map((text, index) => (
        <Paragraph key={index} text={text} />
      ))}
    </>
  );
}

function Facts({ facts }: { facts: NonNullable<MailContent["facts"]> }) {
  return (
    <Section className="facts" style={{ margin: "0 0 20px", padding: "12px 16px", backgroundColor: "#faf9f5" }}>
      <ul className="ink" style={{ ...list, margin: 0, paddingLeft: 0, listStyle: "none" }}>
        {facts.map(({ label, value }, index) => (
          <li key={index} style={{ margin: "4px 0" }}>
            {label}
            {"\u00a0"}:{" "}
            <strong>
              <Line text={value} />
            </strong>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type ActionProps = { label: string; link: string; colour: string; ifItFails: string };

function Action({ label, link, colour, ifItFails }: ActionProps) {
  return (
    <Section style={{ margin: "24px 0" }}>
      <Button href={link} target="_self" style={{ ...button, backgroundColor: colour }}>
        {label}
      </Button>
      <Text className="soft" style={{ ...small, marginTop: "16px" }}>
        {ifItFails}
        {link}
      </Text>
    </Section>
  );
}

const fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/** « break-word » is what mail programs know of breaking an address: ordinary words stay whole. */
const breaking = { overflowWrap: "anywhere", wordBreak: "break-word" } as const;
/** The one size in pixels: all others, and the lines, follow it, or whatever a reader sets in its place (WCAG 1.4.8, 1.4.12). */
const around = {
  ...breaking,
  margin: 0,
  padding: "24px 12px",
  backgroundColor: "#f1efe8",
  fontFamily: fonts,
  fontSize: "16px",
} as const;
const paper = { width: "100%", maxWidth: "600px", backgroundColor: "#ffffff" } as const;
const words = { ...breaking, margin: "0 0 16px", fontSize: "1em", lineHeight: 1.6, color: "#1d2422" } as const;
const small = { ...breaking, margin: "0 0 12px", fontSize: "0.875em", lineHeight: 1.6, color: "#4d5653" } as const;
const heading = { ...words, margin: "0 0 20px", fontSize: "1.375em", lineHeight: 1.4, fontWeight: 700 } as const;
const list = { ...words, paddingLeft: "20px" } as const;
const button = {
  ...breaking,
  maxWidth: "100%",
  padding: "14px 24px",
  borderRadius: "4px",
  fontSize: "1em",
  fontWeight: 700,
  color: "#ffffff",
} as const;

/** The frame that the library draws inside the body, with the same colours and margins. */
const frame = ".around > table > tbody > tr > td";
/** The cell that the library draws inside a section, which carries its margins. */
const inside = ".inside > tbody > tr > td";
/** What inline styles cannot say: dark colours, and narrower margins on a phone. */
const sheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) { .around, ${frame} { padding: 0 !important; } ${inside} { padding: 20px 16px 24px !important; } }
@media (prefers-color-scheme: dark) {
  .around, ${frame} { background-color: #0e1211 !important; }
  .sheet { background-color: #1b211f !important; }
  .facts { background-color: #131816 !important; }
  .ink { color: #edf0ec !important; }
  .soft { color: #b7c0bb !important; }
}`;
