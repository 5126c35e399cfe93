import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { SiteFrame } from "@/components/layout/site-frame";
import { getPortal } from "@/lib/web/page/portal";
import { DatesAndFiles } from "./pieces/dates-and-files";
import { Form } from "./pieces/form";
import { Identity } from "./pieces/identity";
import { Messages } from "./pieces/messages";
import { Navigation } from "./pieces/navigation";
import { Records } from "./pieces/records";
import { Tiles } from "./pieces/tiles";

/** Every piece of components/ui in every state, for those who build pages. */
export default async function AtelierPage() {
  return (
    <SiteFrame portal={await getPortal()} viewer={{ kind: "citizen", name: "Prénom Nom" }}>
      <Page width="wide">
        <PageHeading title="Toutes les pièces de l’interface" lead="Dans tous leurs états, d’un coup d’œil." />
        <Identity />
        <Tiles />
        <Navigation />
        <Messages />
        <Records />
        <DatesAndFiles />
        <Form />
      </Page>
    </SiteFrame>
  );
}
