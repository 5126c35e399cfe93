import type { ReactNode } from "react";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Panel } from "./panel";
import { TextLink } from "@/components/ui/text-link";
import type { DemarcheView } from "@/lib/demarches/types";

type Props = {
  demarche: Pick<DemarcheView, "slug" | "title" | "access">;
  isSignedIn: boolean;
  start: FormAction;
  /** « Cet appareil est à moi », for who begins without account. */
  ownDevice: ReactNode;
};

/** The ways to begin (F33, F42): with one's account, or without where the démarche allows it. */
export function StartPanel({ demarche, isSignedIn, start, ownDevice }: Props) {
  return (
    <div id="commencer" className="start-panel" tabIndex={-1}>
      <Panel title="Commencer la démarche">
        {isSignedIn ? <StartSignedIn demarche={demarche} start={start} /> : null}
        {!isSignedIn && demarche.access === "account" ? <AccountNeeded demarche={demarche} start={start} /> : null}
        {!isSignedIn && demarche.access === "free" ? (
          <TwoWays demarche={demarche} start={start} ownDevice={ownDevice} />
        ) : null}
      </Panel>
    </div>
  );
}

type Way = Pick<Props, "demarche" | "start">;

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
      <StartForm demarche={demarche} start={start} label="Se connecter pour commencer" withAccount />
      <p className="start-note">
        Pas encore de compte ? <TextLink href="/inscription">Créer mon compte</TextLink>
      </p>
    </>
  );
}

function TwoWays({ demarche, start, ownDevice }: Way & Pick<Props, "ownDevice">) {
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
          start={start}
          label="Utiliser mon compte pour effectuer cette demande"
          variant="secondary"
          withAccount
        />
      </div>
    </div>
  );
}

type StartFormProps = Way & { label: string; variant?: "secondary"; withAccount?: boolean; device?: ReactNode };

function StartForm({ demarche, start, label, variant, withAccount, device }: StartFormProps) {
  const size = variant ? "normal" : "large";
  return (
    <ActionForm action={start} label={label} scope={withAccount ? "compte" : "sans-compte"}>
      <input type="hidden" name="slug" value={demarche.slug} />
      {withAccount ? <input type="hidden" name="account" value="yes" /> : null}
      {device}
      <SubmitButton variant={variant} size={size}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
