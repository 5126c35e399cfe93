import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { readGroup, relationGroups } from "@/components/relations/relation-kinds";
import { RelationForm } from "@/components/relations/relation-form";
import { BackLink } from "@/components/ui/back-link";
import { getProfile } from "@/lib/accounts/queries/get-profile";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { today } from "@/lib/web/page/today";
import { addRelationAction } from "../actions";

/** F37: the name and the address come from the account, to be changed where they differ. */
export default async function Page({ searchParams }: PageProps<"/espace/relations/ajouter">) {
  const profile = await getProfile(await requireCitizen());
  const group = readGroup((await searchParams).type);
  const { lastName, addressLine, addressExtra, postalCode, commune } = profile;
  const address = { addressLine, addressExtra, postalCode, commune };
  const filled = group === "organisation" ? {} : { lastName, ...address };
  return (
    <PageFrame width="form" before={<BackLink href="/espace/relations">Mes relations</BackLink>}>
      <PageHeading title={relationGroups[group].title} />
      <RelationForm
        action={addRelationAction}
        title={relationGroups[group].title}
        group={group}
        filled={Object.fromEntries(Object.entries(filled).map(([key, value]) => [key, value ?? undefined]))}
        cancelHref="/espace/relations"
        today={today()}
      />
    </PageFrame>
  );
}
