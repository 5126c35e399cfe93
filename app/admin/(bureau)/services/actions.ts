"use server";

import type { Route } from "next";
import { closeService } from "@/lib/demandes/commands/close-service";
import {
  addOrganisation,
  changeOrganisation,
  closeOrganisation,
  reopenOrganisation,
} from "@/lib/organisation/commands/manage-organisations";
import { addService, changeService, reopenService } from "@/lib/organisation/commands/manage-services";
import {
  addOrganisationSchema,
  addServiceSchema,
  changeOrganisationSchema,
  changeServiceSchema,
  closeServiceSchema,
  organisationSchema,
  serviceSchema,
} from "@/lib/organisation/schema/services";
import type { OrganisationId, ServiceId } from "@/lib/shared/ids";
import { formAction } from "@/lib/web/form/form-action";
import { asSeen, changedMeanwhile } from "@/lib/web/form/changed-meanwhile";

const pageOf = (id: ServiceId) => `/admin/services/${id}` as Route;
const pageOfOrganisation = (id: OrganisationId) => `/admin/services/organismes/${id}` as Route;
const unknownOrganisation = {
  field: "organisationId",
  message: "Cet organisme est fermé\u00a0: choisissez-en un autre.",
};

export const addOrganisationAction = formAction({
  name: "add-organisation",
  who: "admin",
  schema: addOrganisationSchema,
  run: addOrganisation,
  refusals: {},
  onDone: () => ({ to: "/admin/services", message: "L’organisme est ajouté." }),
});

export const changeOrganisationAction = formAction({
  name: "change-organisation",
  who: "admin",
  schema: asSeen(changeOrganisationSchema),
  run: (actor, { version, ...card }) => changeOrganisation(actor, card, version),
  refusals: { changed_meanwhile: changedMeanwhile },
  onDone: () => ({ to: "/admin/services", message: "L’organisme est enregistré." }),
});

export const closeOrganisationAction = formAction({
  name: "close-organisation",
  who: "admin",
  schema: organisationSchema,
  run: closeOrganisation,
  refusals: {
    already_closed: "Cet organisme est déjà fermé\u00a0: rechargez la page.",
    has_services: "Un de ses services est encore ouvert\u00a0: fermez-le, ou donnez-lui un autre organisme.",
    has_admins:
      "Il a encore ses propres administrateurs\u00a0: retirez d’abord leur accès, ou donnez-leur un autre rôle.",
  },
  onDone: () => ({ to: "/admin/services", message: "L’organisme est fermé." }),
});

export const reopenOrganisationAction = formAction({
  name: "reopen-organisation",
  who: "admin",
  schema: organisationSchema,
  run: reopenOrganisation,
  refusals: { not_closed: "Cet organisme est déjà ouvert\u00a0: rechargez la page." },
  onDone: (id) => ({ to: pageOfOrganisation(id), message: "L’organisme est rouvert." }),
});

export const addServiceAction = formAction({
  name: "add-service",
  who: "manager",
  schema: addServiceSchema,
  run: addService,
  refusals: {
    unknown_organisation: unknownOrganisation,
    known_as_taken: {
      field: "knownAs",
      message: "Un autre service répond déjà à ces démarches. Choisissez « Aucune en particulier ».",
    },
  },
  onDone: (id) => ({ to: pageOf(id), message: "Le service est créé. Choisissez maintenant qui le suit." }),
});

export const changeServiceAction = formAction({
  name: "change-service",
  who: "manager",
  schema: asSeen(changeServiceSchema),
  run: (actor, { version, ...card }) => changeService(actor, card, version),
  refusals: { changed_meanwhile: changedMeanwhile, unknown_organisation: unknownOrganisation },
  onDone: (id) => ({ to: pageOf(id), message: "Le service est enregistré." }),
});

export const closeServiceAction = formAction({
  name: "close-service",
  who: "manager",
  schema: closeServiceSchema,
  run: closeService,
  refusals: {
    already_closed: "Ce service est déjà fermé\u00a0: rechargez la page.",
    heir_needed: { field: "heir", message: "Choisissez le service qui reprend ses demandes et ses démarches." },
    unknown_heir: { field: "heir", message: "Ce service vient de fermer\u00a0: choisissez-en un autre." },
    agents_without_service: ({ agents = "" }) =>
      `N’auraient plus aucun service\u00a0: ${agents}. Donnez-leur d’abord un autre service, ou celui qui reprend.`,
    leaves_unattended: ({ services = "" }) => ({
      errors: {
        isConfirmed: `Aucun agent en poste ne suit\u00a0: ${services}. Nommez d’abord quelqu’un, ou cochez cette case pour confirmer.`,
      },
    }),
  },
  onDone: (id) => ({ to: pageOf(id), message: "Le service est fermé." }),
});

export const reopenServiceAction = formAction({
  name: "reopen-service",
  who: "manager",
  schema: serviceSchema,
  run: reopenService,
  refusals: {
    not_closed: "Ce service est déjà ouvert\u00a0: rechargez la page.",
    unknown_organisation: "Son organisme est fermé\u00a0: rouvrez-le d’abord.",
  },
  onDone: (id) => ({ to: pageOf(id), message: "Le service est rouvert. Choisissez maintenant qui le suit." }),
});
