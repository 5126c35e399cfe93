import { Body, Button, Container, Head, Heading, Hr, Html, Section, Text } from "react-email";
import type { MailContent } from "@/lib/shared/mail-content";
import type { MailLook } from "./port";

type Props = { content: MailContent; look: MailLook; link: string | null };

/** The letter in HTML: the town's name, the text, one button. No remote image, nothing that tells when it is read. */
export function LetterBody({ content, look, link }: Props) {
  return (
    <Html lang="fr">
      <Head>
        <title>{content.subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Body lang="fr" style={{ margin: 0, padding: "24px 12px", backgroundColor: "#f1efe8", fontFamily: fonts }}>
        <Container style={{ maxWidth: "600px", backgroundColor: "#ffffff", borderTop: `6px solid ${look.colour}` }}>
          <Section style={{ padding: "28px 32px 32px" }}>
            <Text style={{ ...words, margin: "0 0 24px", fontWeight: 700, color: look.colour }}>
              {look.town} – {look.title}
            </Text>
            <Text style={words}>{content.greeting}</Text>
            {content.paragraphs.map((text, index) => (
              <Paragraph key={index} text={text} />
            ))}
            {content.facts && content.facts.length > 0 && <Facts facts={content.facts} />}
            {content.action && link && <Action label={content.action.label} link={link} colour={look.colour} />}
            {content.last ? <Last {...content.last} /> : null}
            {content.closing?.map((text, index) => (
              <Paragraph key={index} text={text} isSmall />
            ))}
            <Hr style={{ margin: "28px 0 16px", borderColor: "#d8d4c7" }} />
            <Text style={small}>Ce courriel est envoyé par le portail {look.appUrl}. Merci de ne pas y répondre.</Text>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

function Paragraph({ text, isSmall = false }: { text: string; isSmall?: boolean }) {
  const lines = text.split("\n");
  return (
    <Text style={isSmall ? small : words}>
      {lines.map((line, index) => (
        <span key={index}>
          {index > 0 && <br />}
          {line}
        </span>
      ))}
    </Text>
  );
}

function Last({ title, paragraphs }: NonNullable<MailContent["last"]>) {
  return (
    <>
      <Heading as="h2" style={{ ...words, margin: "32px 0 12px", fontSize: "18px", fontWeight: 700 }}>
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
    <Section style={{ margin: "0 0 20px", padding: "12px 16px", backgroundColor: "#faf9f5" }}>
      {facts.map(({ label, value }, index) => (
        <Text key={index} style={{ ...words, margin: "4px 0" }}>
          {label}
          {"\u00a0"}: <strong>{value}</strong>
        </Text>
      ))}
    </Section>
  );
}

function Action({ label, link, colour }: { label: string; link: string; colour: string }) {
  return (
    <Section style={{ margin: "24px 0" }}>
      <Button href={link} target="_self" style={{ ...button, backgroundColor: colour }}>
        {label}
      </Button>
      <Text style={{ ...small, marginTop: "16px", wordBreak: "break-all" }}>
        Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur{"\u00a0"}: {link}
      </Text>
    </Section>
  );
}

const fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const words = { margin: "0 0 16px", fontSize: "16px", lineHeight: "26px", color: "#1d2422" } as const;
const small = { margin: "0 0 12px", fontSize: "14px", lineHeight: "22px", color: "#4d5653" } as const;
const button = {
  padding: "14px 24px",
  borderRadius: "4px",
  fontSize: "16px",
  fontWeight: 700,
  color: "#ffffff",
} as const;
