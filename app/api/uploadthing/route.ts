import { answerDirectUpload } from "@/lib/web/upload/direct-upload";

/** Files sent straight to UploadThing, where it is the store. */
export { answerDirectUpload as GET, answerDirectUpload as POST };
