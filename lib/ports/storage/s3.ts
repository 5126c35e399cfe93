import { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { Final, Retryable } from "@/lib/kernel/errors";
import { inParts } from "./bounded";
import { BlobMissing, type Storage } from "./port";

export type S3Settings = {
  endpoint?: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Any service that speaks S3. Keys stand in the path (`forcePathStyle`), which every such service understands. */
export function openS3({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings): Storage {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    maxAttempts: 3,
    credentials: { accessKeyId, secretAccessKey },
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
    // Services other than Amazon's do not all know its newer checksums; our own seal already proves the bytes.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const at = (key: string) => ({ Bucket: bucket, Key: key });
  return {
    name: "s3",
    async put(key, body, { maxBytes }) {
      const parts = inParts(body, partBytes, maxBytes);
      const first = (await parts.next()).value as Buffer;
      if (first.length === partBytes) return { size: await putParts(client, at(key), first, parts) };
      const object = { ...at(key), Body: first, ContentLength: first.length, ContentType: "application/octet-stream" };
      await explained(() => client.send(new PutObjectCommand(object)));
      return { size: first.length };
    },
    async get(key) {
      const { Body } = await explained(() => client.send(new GetObjectCommand(at(key))));
      if (!(Body instanceof Readable)) throw new BlobMissing();
      return Body;
    },
    async delete(key) {
      await explained(() => client.send(new DeleteObjectCommand(at(key))));
    },
    exists: (key) =>
      explained(() => client.send(new HeadObjectCommand(at(key)))).then(
        () => true,
        (error: unknown) => {
          if (error instanceof BlobMissing) return false;
          throw error;
        },
      ),
  };
}

/** What fits goes in one piece; more in several, so that a large archive is never whole in memory. The protocol asks 5 MiB at least. */
const partBytes = 16 * 1024 * 1024;

/** All or nothing: the parts are an object once they are joined, and are thrown away when one does not come. */
async function putParts(
  client: S3Client,
  object: { Bucket: string; Key: string },
  first: Buffer,
  rest: AsyncGenerator<Buffer>,
): Promise<number> {
  const created = new CreateMultipartUploadCommand({ ...object, ContentType: "application/octet-stream" });
  const { UploadId } = await explained(() => client.send(created));
  const upload = { ...object, UploadId };
  const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
  let size = 0;
  const send = async (Body: Buffer) => {
    const PartNumber = Parts.length + 1;
    const part = new UploadPartCommand({ ...upload, PartNumber, Body, ContentLength: Body.length });
    const { ETag } = await explained(() => client.send(part));
    Parts.push({ PartNumber, ETag });
    size += Body.length;
  };
  try {
    await send(first);
    for await (const bytes of rest) if (bytes.length > 0) await send(bytes);
    await explained(() => client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } })));
    return size;
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
    throw error;
  }
}

/** Worth another try: network, 5xx, throttling, and a wrong key, which an operator repairs. The rest of 4xx is for ever. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
    const status = $metadata?.httpStatusCode ?? 0;
    if (name === "NoSuchKey" || name === "NotFound") throw new BlobMissing();
    const isForEver = status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
    throw isForEver ? new Final(`s3: ${name} ${status}`) : new Retryable(`s3: ${name} ${status}`);
  }
}
