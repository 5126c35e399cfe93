import { isSecretName } from "@/lib/web/form/form-data";

/** What a browser posted: the texts in order, and whether something of it cannot be given back. */
export type PostedForm = {
  /** Fields of the framework and of ours alike. */
  texts: readonly (readonly [name: string, value: string])[];
  hasFiles: boolean;
};

/** Reads a form post. Null when it is not one, or when it is malformed. */
export async function readForm(body: Buffer, type: string | undefined): Promise<PostedForm | null> {
  if (!type?.startsWith("multipart/form-data")) return null;
  try {
    const data = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
    const texts = [...data].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
    return { texts, hasFiles: [...data].some(([, value]) => typeof value !== "string" && value.size > 0) };
  } catch {
    return null;
  }
}

/** Fields that name the action and carry the framework's state. */
export const isOfFramework = (name: string): boolean => name.startsWith("$ACTION");

/** What may stand in a page again: no password, no code, no token. */
export function givenBack(form: PostedForm): (readonly [name: string, value: string])[] {
  return form.texts.filter(([name]) => !isSecretName(name));
}

export function hasPassword(form: PostedForm): boolean {
  return form.texts.some(([name, value]) => /password/i.test(name) && value !== "");
}
