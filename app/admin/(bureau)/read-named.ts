import { notFound } from "next/navigation";
import { isId } from "@/lib/shared/ids";
import { orNotFound } from "@/lib/web/page/or-not-found";

/** What an address names by its identifier, or the page of what does not exist. */
export function readNamed<Id extends string, T>(id: string, read: (id: Id) => Promise<T>): Promise<T> {
  if (!isId(id)) notFound();
  return orNotFound(() => read(id as Id));
}
