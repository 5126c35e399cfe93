import { DateField } from "@/components/ui/fields/date-field";
import { FileField } from "@/components/ui/fields/file-field";
import { TextField } from "@/components/ui/fields/text-field";
import { AddButton, GroupFrame } from "@/components/ui/group-frame";
import { Section } from "./section";

const files = [
  { id: "a", name: "livret-de-famille-page-1.pdf", detail: "PDF, 1,2 Mo", href: "#a" },
  {
    id: "b",
    name: "un-nom-de-fichier-vraiment-tres-long-qui-doit-passer-a-la-ligne-sans-deborder.jpg",
    detail: "JPEG, 640 Ko",
  },
];

export function DatesAndFiles() {
  return (
    <Section id="hors-formulaire" title="Champs remplis">
      <form>
        <DateField name="filled" label="Date de naissance" defaultValue="1990-03-08" isBirthday />
        <FileField
          name="piece"
          label="Justificatif de domicile"
          hint="Jusqu’à 4 fichiers : .jpg, .png ou .pdf, 10 Mo chacun."
          files={files}
          optional
        />
        <FileField
          name="full"
          label="Pièce d’identité"
          hint="Vous avez joint le nombre maximal de fichiers."
          files={files}
          isFull
        />
        <GroupFrame title="Enfant 1" remove={{ name: "intent", value: "remove:children.0" }}>
          <TextField name="children.0.firstName" label="Prénom" />
        </GroupFrame>
        <AddButton name="intent" value="add:children" label="Ajouter un enfant" />
        <TextField name="locked" label="Courriel" defaultValue="prenom.nom@example.org" isReadOnly />
      </form>
    </Section>
  );
}
