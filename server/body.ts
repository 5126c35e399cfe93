import { IncomingMessage } from "node:http";

/** The body of a request that says its length, whole; null when the client went away before its end. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part as Buffer);
  } catch {
    return null;
  }
  return request.complete ? Buffer.concat(parts) : null;
}

/** A request with its body read already: what Next is given, so that the front may look at the form again. */
export class ReadRequest extends IncomingMessage {
  constructor(request: IncomingMessage, body: Buffer) {
    super(request.socket);
    const { httpVersion, httpVersionMajor, httpVersionMinor, method, url, headers, rawHeaders } = request;
    Object.assign(this, { httpVersion, httpVersionMajor, httpVersionMinor, method, url, headers, rawHeaders });
    this.complete = true;
    this.push(body);
    this.push(null);
  }
}
