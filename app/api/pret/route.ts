import { answerReadiness } from "@/lib/web/route/readiness";

export { answerReadiness as GET };
