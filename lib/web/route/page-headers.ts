type PolicySettings = {
  nonce: string;
  isSecure: boolean;
  isDevelopment: boolean;
  /** A page of the embedded mailbox, which frames a letter. */
  framesLetter: boolean;
  usesHcaptcha: boolean;
  usesUploadThing: boolean;
};

const uploadThing = ["https://*.uploadthing.com"];
const hcaptcha = ["https://hcaptcha.com", "https://*.hcaptcha.com"];

/**
 * The content security policy of a page: nothing but what this page's nonce vouches for, nothing from elsewhere.
 * The hosts of hCaptcha and UploadThing enter only where a town turned them on; `unsafe-eval` and inline styles only in development, for the tools of React and Next.
 */
export function contentSecurityPolicy({
  nonce,
  isSecure,
  isDevelopment,
  framesLetter,
  usesHcaptcha,
  usesUploadThing,
}: PolicySettings): string {
  const third = usesHcaptcha ? hcaptcha : [];
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'none'"],
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    // The overlay that Next adds in development writes its styles itself.
    "style-src": ["'self'", isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`, ...third],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...third, ...(usesUploadThing ? uploadThing : [])],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    ...((usesHcaptcha || framesLetter) && { "frame-src": [...(framesLetter ? ["'self'"] : []), ...third] }),
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    ...(isSecure && { "upgrade-insecure-requests": [] }),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

/** Two years, as the preload lists ask. */
export const strictTransport = "max-age=63072000; includeSubDomains";
