export { exitThroughFranceConnect as GET } from "@/lib/web/france-connect-routes";
