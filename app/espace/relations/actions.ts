"use server";

import type { Route } from "next";
import { addRelation, changeRelation, removeRelation } from "@/lib/relations/commands";
import { addRelationSchema, changeRelationSchema, removeRelationSchema } from "@/lib/relations/schema";
import { asFieldErrors, formAction } from "@/lib/web/form/form-action";

export const addRelationAction = formAction({
  name: "add-relation",
  who: "citizen",
  schema: addRelationSchema,
  run: addRelation,
  refusals: {
    invalid: asFieldErrors,
    too_many: "Vous avez déjà cinquante relations. Supprimez celles qui ne servent plus.",
  },
  onDone: () => ({ to: "/espace/relations", message: "La relation est ajoutée." }),
});

export const changeRelationAction = formAction({
  name: "change-relation",
  who: "citizen",
  schema: changeRelationSchema,
  run: changeRelation,
  refusals: { invalid: asFieldErrors },
  onDone: ({ relationId }) => ({
    to: `/espace/relations/${relationId}` as Route,
    message: "Les changements sont enregistrés.",
  }),
});

export const removeRelationAction = formAction({
  name: "remove-relation",
  who: "citizen",
  schema: removeRelationSchema,
  run: removeRelation,
  refusals: {},
  onDone: () => ({ to: "/espace/relations", message: "La relation est supprimée." }),
});
