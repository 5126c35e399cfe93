import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { DatesAndFiles } from "./pieces/dates-and-files";
import { Form } from "./pieces/form";
import { Identity } from "./pieces/identity";
import { Messages } from "./pieces/messages";
import { Navigation } from "./pieces/navigation";
import { Records } from "./pieces/records";
import { Tiles } from "./pieces/tiles";

/** Every piece of components/ui in every state, for those who build pages. */
export default function AtelierPage() {
  return (
    <Page width="wide">
      <PageHeading title="Atelier" lead="Toutes les pièces de l’interface, dans tous leurs états." />
      <Identity />
      <Tiles />
      <Navigation />
      <Messages />
      <Records />
      <DatesAndFiles />
      <Form />
    </Page>
  );
}
