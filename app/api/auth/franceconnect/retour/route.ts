export { returnFromFranceConnect as GET } from "@/lib/web/france-connect-routes";
