export { startFranceConnect as GET } from "@/lib/web/france-connect-routes";
