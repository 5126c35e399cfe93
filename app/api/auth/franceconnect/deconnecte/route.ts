export { returnSignedOut as GET } from "@/lib/web/identity/france-connect-routes";
