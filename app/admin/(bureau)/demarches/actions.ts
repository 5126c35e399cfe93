"use server";

import type { Route } from "next";
import { shipped } from "@/catalogue/all";
import { entrustDemarche, republishDemarche, unpublishDemarche } from "@/lib/demarches/commands/manage-demarche";
import { publishChosen } from "@/lib/demarches/commands/publish-shipped";
import { demarcheSchema, entrustDemarcheSchema, publishChosenSchema } from "@/lib/demarches/schema";
import type { DemarcheId } from "@/lib/shared/ids";
import { count } from "@/lib/shared/text";
import { forgetCached } from "@/lib/web/page/cache";
import { asSeen, changedMeanwhile } from "@/lib/web/form/changed-meanwhile";
import { formAction } from "@/lib/web/form/form-action";

/** Said on the page of the démarche; the catalogue, which this process keeps, is read anew. */
function changed(id: DemarcheId, message: string) {
  forgetCatalogue();
  return { to: `/admin/demarches/${id}` as Route, message };
}

function forgetCatalogue(): void {
  forgetCached("catalogue");
  forgetCached("catalogue-search");
}

export const publishDemarchesAction = formAction({
  name: "publish-demarches",
  who: "admin",
  schema: publishChosenSchema,
  run: (actor, input) => publishChosen(actor, shipped, input),
  refusals: {
    unknown_demarche: "Une de ces démarches n’est plus livrée\u00a0: rechargez la page.",
    unknown_service: ({ demarches = "" }) => ({
      errors: {
        service: `Aucun service ouvert ne répond à ${demarches}. Choisissez celui qui y répondra, ou créez-le d’abord.`,
      },
    }),
    already_there: "Ces démarches sont déjà celles de la ville\u00a0: rechargez la page.",
  },
  onDone: (created) => {
    forgetCatalogue();
    return {
      to: "/admin/demarches",
      message: `${count(created, "démarche publiée", "démarches publiées")}. Les habitants les voient.`,
    };
  },
});

export const unpublishDemarcheAction = formAction({
  name: "unpublish-demarche",
  who: "admin",
  schema: demarcheSchema,
  run: unpublishDemarche,
  refusals: { not_published: "Cette démarche est déjà retirée\u00a0: rechargez la page." },
  onDone: (id) => changed(id, "La démarche est retirée du portail."),
});

export const republishDemarcheAction = formAction({
  name: "republish-demarche",
  who: "admin",
  schema: demarcheSchema,
  run: republishDemarche,
  refusals: {
    already_published: "Cette démarche est déjà publiée\u00a0: rechargez la page.",
    no_version: "Cette démarche n’a encore aucun formulaire publié.",
  },
  onDone: (id) => changed(id, "La démarche est de nouveau publiée."),
});

export const entrustDemarcheAction = formAction({
  name: "entrust-demarche",
  who: "admin",
  schema: asSeen(entrustDemarcheSchema),
  run: (actor, { version, ...entrusted }) => entrustDemarche(actor, entrusted, version),
  refusals: {
    changed_meanwhile: changedMeanwhile,
    unknown_service: { field: "serviceId", message: "Ce service vient de fermer\u00a0: choisissez-en un autre." },
    unchanged: { field: "serviceId", message: "Ce service répond déjà à cette démarche. Choisissez-en un autre." },
  },
  onDone: (id) => changed(id, "Le service qui répond est enregistré."),
});
