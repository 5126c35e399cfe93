/** Where the files of the service's answer stand among the attachments: no field of a form has this path. */
export const answerPath = "answer";
