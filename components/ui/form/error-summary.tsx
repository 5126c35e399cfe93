import type { FieldErrors } from "@/lib/shared/form-state";
import { Summary } from "./summary";

type Props = { errors: FieldErrors; formError?: string };

/** What is wrong, in the words said beside each field. */
export function ErrorSummary({ errors, formError }: Props) {
  return <Summary tone="error" title="Il y a un problème" first={formError} messages={errors} />;
}
