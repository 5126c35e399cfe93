import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { UploadForm } from "@/components/ui/form/upload-form";
import { LogoImage } from "@/components/ui/logo-image";
import { logoLimits, logoRefusals } from "@/lib/organisation/schema/portal";
import { flashTextId } from "@/lib/shared/flash-cookie";
import type { FileOutcome } from "@/lib/shared/file-outcome";
import type { Portal } from "@/lib/shared/portal";

type Props = {
  logo: Portal["logo"];
  /** Of the logo that is shown. */
  version: string;
  remove: FormAction;
  /** What became of the files sent without JavaScript: `envoi` names the last sending, `note` is the whole, sealed. */
  sendings: { sent: readonly FileOutcome[]; envoi: string; note: string };
};

/** The logo of the header: shown, replaced, removed. It stands apart from the form: a file leaves as soon as it is chosen. */
export function LogoForms({ logo, version, remove, sendings }: Props) {
  const { sent, envoi, note } = sendings;
  return (
    <section id="logo" tabIndex={-1} aria-labelledby="titre-logo" aria-describedby={flashTextId} className="mb-10">
      <h2 id="titre-logo">Logo</h2>
      {logo ? (
        <p className="mt-4 mb-4">
          <LogoImage logo={logo} alt="Logo actuel" />
        </p>
      ) : (
        <p>Le nom de la ville est montré seul.</p>
      )}
      <UploadForm
        action="/api/logo"
        id="champ-logo"
        hidden={{ envoi, note, version }}
        title="logo"
        label={logo ? "Remplacer le logo" : "Choisir un logo"}
        hint="SVG, PNG, JPEG ou WebP, 500 Ko au plus. Il est montré à 44 pixels de haut, sur fond clair et sur fond sombre."
        accept=".svg,.png,.jpg,.jpeg,.webp"
        isMultiple={false}
        sent={sent}
        present={logo ? [logo.src.slice(logo.src.lastIndexOf("/") + 1)] : []}
        limits={{
          room: 1,
          bytes: logoLimits.bytes,
          tooLarge: logoRefusals.too_large,
          tooMany: logoRefusals.too_many_at_once,
        }}
      />
      {logo ? (
        <ActionForm action={remove} label="Retirer le logo">
          <HiddenFields values={{ envoi, version }} />
          <SubmitButton variant="secondary">Retirer le logo</SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  );
}
