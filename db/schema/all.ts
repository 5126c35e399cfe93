/** The whole schema, for the migration generator and the database client. */
export * from "./accounts";
export * from "./demandes";
export * from "./demarches";
export * from "./letters";
export * from "./messages";
export * from "./notifications";
export * from "./organisation";
export * from "./platform";
export * from "./relations";
export * from "./staff";
export * from "./wallet";
