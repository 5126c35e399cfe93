import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { database } from "@/lib/kernel/database";
import { Final, Retryable } from "@/lib/kernel/errors";
import { findMailboxLetter, listMailbox } from "./kept-letters";
import { openMailbox } from "./mailbox";
import type { Letter, MailPort } from "./port";
import { openResend } from "./resend";
import { openSmtp } from "./smtp";

type Arrived = {
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  messageId?: string;
  files: { name: string; size: number }[];
};

/** A place where letters arrive, the driver that sends there, and how to make it refuse. */
type Place = {
  port: MailPort;
  /** Whether the same key twice is one letter there; elsewhere the Message-ID lets the reader's program see the double. */
  honoursKey: boolean;
  arrived: (to: string) => Promise<Arrived[]>;
  /** Makes the next calls fail; `null` puts it right. */
  refuse: ((how: "final" | "later" | "silent" | null) => void) | null;
  close: () => Promise<void>;
};

let serial = 0;
const letter = (over: Partial<Letter> = {}): Letter => {
  serial += 1;
  return {
    key: `test:${serial}`,
    messageId: `${serial}-${process.pid}@demarches.belleval.example`,
    to: `personne-${serial}@example.org`,
    from: "Belleval – portail <ne-pas-repondre@belleval.example>",
    subject: "Votre demande est enregistrée",
    text: "Bonjour,\n\nDéjà « reçue ».\n",
    html: "<p>Bonjour, déjà « reçue ».</p>",
    ...over,
  };
};

async function mailboxPlace(): Promise<Place> {
  const arrived = async (to: string) => {
    const letters = await listMailbox({ recipient: to });
    const whole = await Promise.all(letters.map(({ id }) => findMailboxLetter(id)));
    return whole.flatMap((found) =>
      found
        ? [
            {
              ...found,
              to: found.recipient,
              from: found.sender,
              files: found.files.map(({ name, base64 }) => ({ name, size: Buffer.from(base64, "base64").length })),
            },
          ]
        : [],
    );
  };
  return { port: openMailbox(), honoursKey: true, arrived, refuse: null, close: async () => undefined };
}

async function smtpPlace(): Promise<Place> {
  const letters: ParsedMail[] = [];
  let mood: "final" | "later" | "silent" | null = null;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    onRcptTo: (_address, _session, callback) => {
      if (mood === null) return callback();
      callback(Object.assign(new Error("refused"), { responseCode: mood === "final" ? 550 : 451 }));
    },
    onData: (stream, _session, callback) => {
      simpleParser(stream).then((mail) => {
        letters.push(mail);
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: number } = server.server.address() as AddressInfo;
  const addressOf = (value: ParsedMail["to"]) => (Array.isArray(value) ? value[0]?.text : value?.text) ?? "";
  const read = (mail: ParsedMail): Arrived => ({
    to: addressOf(mail.to),
    from: mail.from?.text ?? "",
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html || "",
    messageId: mail.messageId,
    files: mail.attachments.map(({ filename, size }) => ({ name: filename ?? "", size })),
  });
  const port = openSmtp(`smtp://127.0.0.1:${number}`);
  const close = async () => {
    await port.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    port,
    honoursKey: false,
    arrived: async (to) => letters.map(read).filter((mail) => mail.to === to),
    refuse: (how) => void (mood = how),
    close,
  };
}

async function resendPlace(): Promise<Place> {
  const letters = new Map<string, Arrived>();
  let mood: "final" | "later" | "silent" | null = null;
  const server: Server = createServer((request, response) => {
    if (mood === "silent") return void request.socket.destroy();
    if (request.headers.authorization !== "Bearer re_test")
      return answer(response, 401, { name: "invalid_api_key", statusCode: 401, message: "no" });
    if (mood === "final") return answer(response, 422, { name: "validation_error", statusCode: 422, message: "no" });
    if (mood === "later")
      return answer(
        response,
        429,
        { name: "rate_limit_exceeded", statusCode: 429, message: "no" },
        { "retry-after": "90" },
      );
    void acceptResend(request, response, letters);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = openResend("re_test", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    port,
    honoursKey: true,
    arrived: async (to) => [...letters.values()].filter((mail) => mail.to === to),
    refuse: (how) => void (mood = how),
    close,
  };
}

async function acceptResend(request: IncomingMessage, response: ServerResponse, letters: Map<string, Arrived>) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = JSON.parse(Buffer.concat(parts).toString()) as Arrived & {
    to: string[];
    headers: Record<string, string>;
    attachments?: { filename: string; content: string }[];
  };
  const key = String(request.headers["idempotency-key"]);
  const files = (body.attachments ?? []).map(({ filename, content }) => ({
    name: filename,
    size: Buffer.from(content, "base64").length,
  }));
  if (!letters.has(key))
    letters.set(key, { ...body, to: body.to.join(","), messageId: body.headers["Message-ID"], files });
  answer(response, 200, { id: key });
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

afterAll(() => database().$client.end());

describe.each([
  ["mailbox", mailboxPlace],
  ["smtp", smtpPlace],
  ["resend", resendPlace],
] as const)("mail contract: %s", (name, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place.close());

  it("delivers a letter as it was written, to one recipient", async () => {
    const sent = letter();
    await place.port.send(sent);

    const [got, ...others] = await place.arrived(sent.to);
    expect(others).toEqual([]);
    expect(got).toMatchObject({ to: sent.to, subject: sent.subject });
    expect(got?.from).toContain("ne-pas-repondre@belleval.example");
    expect(got?.text.trim()).toBe(sent.text.trim());
    expect(got?.html).toContain("déjà « reçue »");
    expect(place.port.name).toBe(name);
  });

  it("carries the files joined to it", async () => {
    const bytes = Buffer.alloc(70_000, 7);
    const sent = letter({ attachments: [{ name: "récépissé.pdf", mediaType: "application/pdf", bytes }] });
    await place.port.send(sent);
    expect((await place.arrived(sent.to))[0]?.files).toEqual([{ name: "récépissé.pdf", size: 70_000 }]);
  });

  it("sends the same key twice as one letter, or at least under the same Message-ID", async () => {
    const sent = letter();
    await place.port.send(sent);
    await place.port.send(sent);

    const got = await place.arrived(sent.to);
    expect(got).toHaveLength(place.honoursKey ? 1 : 2);
    if (!place.honoursKey) expect(new Set(got.map((mail) => mail.messageId))).toEqual(new Set([`<${sent.messageId}>`]));
  });

  it("does not take a list of addresses for a recipient, nor a line break for a header", async () => {
    const sent = letter({ to: `une-${serial}@example.org`, subject: "Objet" });
    await place.port.send({ ...sent, to: sent.to }).catch(() => undefined);
    const spread = letter({ to: "une@example.org, deux@example.org" });
    await place.port.send(spread).catch(() => undefined);
    expect(await place.arrived("une@example.org")).toEqual([]);
    expect(await place.arrived("deux@example.org")).toEqual([]);
  });
});

describe.each([
  ["smtp", smtpPlace],
  ["resend", resendPlace],
] as const)("mail contract, refusals: %s", (_name, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place.close());

  it("tells a refusal that lasts from one that passes", async () => {
    place.refuse?.("final");
    await expect(place.port.send(letter())).rejects.toThrow(Final);
    place.refuse?.("later");
    await expect(place.port.send(letter())).rejects.toThrow(Retryable);
    place.refuse?.(null);
    await expect(place.port.send(letter())).resolves.toBeUndefined();
  });

  it("names no address in its errors", async () => {
    place.refuse?.("final");
    const sent = letter();
    const error: unknown = await place.port.send(sent).catch((caught: unknown) => caught);
    expect(String(error)).not.toContain(sent.to);
  });
});

describe("mail, when nobody answers", () => {
  it("mailbox: a database that refuses is worth another try", async () => {
    await database().execute(sql`alter table mailbox rename to mailbox_away`);
    await expect(openMailbox().send(letter())).rejects.toThrow(Retryable);
    await database().execute(sql`alter table mailbox_away rename to mailbox`);
  });

  it("smtp: a closed port is worth another try", async () => {
    const port = openSmtp("smtp://127.0.0.1:1");
    await expect(port.send(letter())).rejects.toThrow(Retryable);
    await port.close();
  });

  it("resend: a closed port, a cut connection and a wrong key are worth another try, after the time it asks", async () => {
    await expect(openResend("re_test", "http://127.0.0.1:1").send(letter())).rejects.toThrow(Retryable);
    const place = await resendPlace();
    place.refuse?.("silent");
    await expect(place.port.send(letter())).rejects.toThrow(Retryable);
    place.refuse?.("later");
    await expect(place.port.send(letter())).rejects.toMatchObject({ name: "Retryable", retryAfterSeconds: 90 });
    await place.close();
  });
});
