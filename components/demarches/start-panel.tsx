import type { ReactNode } from "react";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Panel } from "./panel";
import { TextLink } from "@/components/ui/text-link";
import type { DemarcheView } from "@/lib/demarches/types";

export type Ways = {
  start: FormAction;
  /** Signs in first. */
  startWithAccount: FormAction;
  /** « Cet appareil est à moi », for who begins without account. */
  ownDevice: ReactNode;
};
type Shown = { demarche: Pick<DemarcheView, "slug" | "title" | "access"> };
type Props = Shown & Ways & { isSignedIn: boolean };

/** The ways to begin (F33, F42): with one's account, or without where the démarche allows it. */
export function StartPanel({ demarche, isSignedIn, ...ways }: Props) {
  return (
    <div id="commencer" className="start-panel" tabIndex={-1}>
      <Panel title="Commencer la démarche">
        {isSignedIn ? <StartSignedIn demarche={demarche} start={ways.start} /> : null}
        {!isSignedIn && demarche.access === "account" ? (
          <AccountNeeded demarche={demarche} start={ways.startWithAccount} />
        ) : null}
        {!isSignedIn && demarche.access === "free" ? <TwoWays demarche={demarche} {...ways} /> : null}
      </Panel>
    </div>
  );
}

type Way = Shown & Pick<Ways, "start">;

function StartSignedIn({ demarche, start }: Way) {
  return (
    <>
      <p>
        Vos coordonnées seront reprises de votre compte. Chaque réponse est enregistrée : vous pourrez finir plus tard.
      </p>
      <StartForm demarche={demarche} start={start} label="Commencer" />
    </>
  );
}

function AccountNeeded({ demarche, start }: Way) {
  return (
    <>
      <p>
        Cette démarche demande un compte : il permet de suivre votre demande et d’en protéger les pièces. Vous
        reviendrez ici une fois connecté.
      </p>
      <StartForm demarche={demarche} start={start} label="Se connecter pour commencer" isWithAccount />
      <p className="start-note">
        Pas encore de compte ? <TextLink href="/inscription">Créer mon compte</TextLink>
      </p>
    </>
  );
}

function TwoWays({ demarche, start, startWithAccount, ownDevice }: Shown & Ways) {
  return (
    <div className="start-ways">
      <div>
        <h3>Je n’ai pas de compte</h3>
        <p>Vous recevrez par courriel un lien pour suivre votre demande.</p>
        <StartForm demarche={demarche} start={start} label="Commencer" device={ownDevice} />
      </div>
      <div>
        <h3>J’ai un compte</h3>
        <p>Vos coordonnées et vos pièces sont déjà là, la demande rejoint votre espace.</p>
        <StartForm
          demarche={demarche}
          start={startWithAccount}
          label="Utiliser mon compte pour effectuer cette demande"
          variant="secondary"
          isWithAccount
        />
      </div>
    </div>
  );
}

type StartFormProps = Way & { label: string; variant?: "secondary"; isWithAccount?: boolean; device?: ReactNode };

function StartForm({ demarche, start, label, variant, isWithAccount, device }: StartFormProps) {
  const size = variant ? "normal" : "large";
  return (
    <ActionForm action={start} label={label} scope={isWithAccount ? "compte" : "sans-compte"}>
      <input type="hidden" name="slug" value={demarche.slug} />
      {device}
      <SubmitButton variant={variant} size={size}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
