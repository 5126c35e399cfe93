import { answerReadiness } from "@/lib/web/readiness";

export { answerReadiness as GET };
