type PolicySettings = { nonce: string; isSecure: boolean; isDevelopment: boolean; usesHcaptcha: boolean };

const hcaptcha = ["https://hcaptcha.com", "https://*.hcaptcha.com"];

/**
 * The content security policy of a page: nothing but what this page's nonce vouches for, nothing from elsewhere.
 * hCaptcha's hosts enter only where a town turned it on; `unsafe-eval` only in development, where React asks for it.
 */
export function contentSecurityPolicy({ nonce, isSecure, isDevelopment, usesHcaptcha }: PolicySettings): string {
  const third = usesHcaptcha ? hcaptcha : [];
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'none'"],
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'", `'nonce-${nonce}'`, ...third],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...third],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    ...(usesHcaptcha && { "frame-src": third }),
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
