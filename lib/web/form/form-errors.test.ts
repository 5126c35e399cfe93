import { z } from "zod";
import { attachFromWalletSchema } from "@/lib/demandes/schema/citizen";
import { idOf } from "@/lib/shared/form-schema";
import { newId } from "@/lib/shared/ids";
import { errorsOf } from "./form-errors";

const errorsFor = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error ? errorsOf(error, schema) : null;
};

it("says of the page what is wrong with its address, never beside a field", () => {
  const schema = z.object({
    demandeId: idOf(),
    edition: z.coerce.number("Rechargez la page."),
    serviceId: idOf("Choisissez le service."),
  });
  expect(errorsFor(schema, { edition: "x" })).toEqual({
    errors: { serviceId: "Choisissez le service." },
    formError: "L’adresse de cette page est incomplète.",
  });
});

it("asks for a piece of the porte-documents where none was chosen", () => {
  expect(errorsFor(attachFromWalletSchema, { demandeId: newId(), path: "pieces.livret", documentId: "" })).toEqual({
    errors: { documentId: "Choisissez une pièce de votre porte-documents." },
    formError: undefined,
  });
});
