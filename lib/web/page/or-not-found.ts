import { notFound } from "next/navigation";
import { NotFound } from "@/lib/kernel/errors";

/** In a page: the value, or the 404 page when the thing is not there for this reader. */
export async function orNotFound<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
