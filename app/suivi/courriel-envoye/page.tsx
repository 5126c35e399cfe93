import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { Prose } from "@/components/ui/prose";
import { TextLink } from "@/components/ui/text-link";
import { getPortal } from "@/lib/web/page/portal";

export default async function Page() {
  const { contact } = await getPortal();
  return (
    <>
      <PageTitle title="Un courriel vous a été envoyé" />
      <PageFrame width="text">
        <PageHeading
          title="Un courriel vous a été envoyé"
          lead="Si la demande ou le brouillon a bien été fait avec ce courriel, vous allez y recevoir un lien pour l’ouvrir."
        />
        <Prose>
          <h2>Vous ne recevez rien ?</h2>
          <ul>
            <li>Le message peut mettre plusieurs minutes à vous parvenir.</li>
            <li>Regardez dans les courriers indésirables.</li>
            <li>
              Vérifiez le numéro, pour une demande envoyée, puis l’adresse : c’est celle que vous avez donnée en la
              faisant.
            </li>
          </ul>
          <p>
            <TextLink href="/suivi">Recommencer</TextLink>, ou appeler {contact.service} au {contact.phone}.
          </p>
        </Prose>
      </PageFrame>
    </>
  );
}
