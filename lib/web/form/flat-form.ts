import { z } from "zod";

/**
 * For forms that a definition makes: `formAction` gives such a schema every control as it was posted, by its name,
 * instead of a tree. `flatForm(z.object({ demandeId: … }))` also reads fixed hidden fields.
 */
export const flatMarker = Symbol("flat form");

export function flatForm<S extends z.ZodObject>(fixed: S) {
  const schema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((flat, context) => {
    const parsed = fixed.safeParse(flat);
    if (parsed.success) return { ...parsed.data, flat };
    for (const issue of parsed.error.issues)
      context.addIssue({
        code: "custom",
        path: issue.path,
        message: issue.message,
      });
    return z.NEVER;
  });
  return Object.assign(schema, { [flatMarker]: true as const });
}
