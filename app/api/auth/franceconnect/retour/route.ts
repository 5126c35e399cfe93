export { returnFromFranceConnect as GET } from "@/lib/web/identity/france-connect-routes";
