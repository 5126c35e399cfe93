export { returnSignedOut as GET } from "@/lib/web/france-connect-routes";
